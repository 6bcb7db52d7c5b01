package markdown

import (
	"bufio"
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	gmhtml "github.com/yuin/goldmark/renderer/html"
)

// Passage is what stands below a heading, up to the next heading of any
// level: what somebody who looks for it would read.
type Passage struct {
	Heading *Heading // nil above the first
	Text    string   // in one line, without markup but for `code`
	Fences  []*Fence
}

var anyAlertMark = regexp.MustCompile(`\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]`)

// Passages returns the page in the order of reading: a footnote's text
// stands where it is first referred to.
func (d *Doc) Passages() []Passage {
	r := passages{doc: d, out: []Passage{{}}, notes: map[int]ast.Node{}}
	_ = ast.Walk(d.root, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if note, ok := n.(*extast.Footnote); ok && in {
			r.notes[note.Index] = note
		}
		return ast.WalkContinue, nil
	})
	r.read(d.root)
	r.close()
	return r.out
}

type passages struct {
	doc   *Doc
	out   []Passage
	text  strings.Builder
	notes map[int]ast.Node // those not read yet
}

// blockEnd stands between blocks. No page has it: NUL is an error.
const blockEnd = "\x00"

func (r *passages) last() *Passage { return &r.out[len(r.out)-1] }

// close ends the last passage.
func (r *passages) close() {
	var b strings.Builder
	for block := range strings.SplitSeq(r.text.String(), blockEnd) {
		words := strings.Fields(anyAlertMark.ReplaceAllString(block, " "))
		if len(words) == 0 {
			continue
		}
		if s := b.String(); s != "" && !strings.ContainsAny(s[len(s)-1:], ".:;!?)") {
			b.WriteString(" ·")
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.Join(words, " "))
	}
	r.last().Text = b.String()
	r.text.Reset()
}

func (r *passages) read(root ast.Node) {
	_ = ast.Walk(root, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeBlock {
			r.text.WriteString(blockEnd)
		}
		if !in {
			return ast.WalkContinue, nil
		}
		return r.node(n), nil
	})
}

func (r *passages) node(n ast.Node) ast.WalkStatus {
	switch n := n.(type) {
	case *ast.Heading:
		r.close()
		r.out = append(r.out, Passage{Heading: r.doc.heads[n]})
		return ast.WalkSkipChildren
	case *ast.FencedCodeBlock:
		r.last().Fences = append(r.last().Fences, r.doc.fences[n])
		return ast.WalkSkipChildren
	case *ast.HTMLBlock:
		r.text.WriteString(rawPart.ReplaceAllString(r.doc.html(n).Text, " "))
	case *ast.CodeSpan:
		r.text.WriteString("`" + strings.ReplaceAll(r.doc.plain(n), "`", "") + "`")
		return ast.WalkSkipChildren
	case *ast.AutoLink:
		r.text.Write(n.Label(r.doc.Source))
	case *ast.Text:
		r.text.WriteString(unescape(string(n.Segment.Value(r.doc.Source))))
		if n.SoftLineBreak() || n.HardLineBreak() {
			r.text.WriteByte('\n')
		}
	case *ast.String:
		r.text.Write(n.Value)
	case *extast.FootnoteLink:
		r.note(n.Index)
	case *extast.FootnoteList:
		return ast.WalkSkipChildren
	}
	return ast.WalkContinue
}

// note reads a footnote unless it has been.
func (r *passages) note(index int) {
	note := r.notes[index]
	if note == nil {
		return
	}
	delete(r.notes, index)
	in := passages{doc: r.doc, out: []Passage{{}}, notes: r.notes}
	for c := note.FirstChild(); c != nil; c = c.NextSibling() {
		in.read(c)
	}
	in.close()
	r.text.WriteString(" (" + in.last().Text + ")")
	r.last().Fences = append(r.last().Fences, in.last().Fences...)
}

// unescape resolves entities, and the backslashes before punctuation.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	w := bufio.NewWriter(&b)
	gmhtml.DefaultWriter.Write(w, []byte(s))
	_ = w.Flush()
	return html.UnescapeString(b.String())
}
