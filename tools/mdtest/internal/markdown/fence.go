package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Fence is a fenced code block.
type Fence struct {
	Line   int    // of the opening fence
	Last   int    // of the closing fence, or of the last line there is
	Info   string // what stands behind the opening fence
	Lines  []Line
	Prefix string // what stands before the fence: "> " in a quotation
	Mark   string // the opening fence: ``` or longer, or ~~~
	Closed bool
	Quote  bool // stands in a block quote
}

// Line is one line of a fenced block's content. Start and End are its
// offsets in the page, without prefix and newline.
type Line struct {
	Text       string
	Start, End int
}

// At returns the line that the item begins on.
func (f *Fence) At() int { return f.Line }

// Text returns the content, a newline at the end of each line.
func (f *Fence) Text() string {
	var b strings.Builder
	for _, l := range f.Lines {
		b.WriteString(l.Text)
		b.WriteByte('\n')
	}
	return b.String()
}

// LineAt returns the page's line that content line i, from 0, stands on.
func (f *Fence) LineAt(i int) int { return f.Line + 1 + i }

func (d *Doc) fence(n *ast.FencedCodeBlock) *Fence {
	open := d.Line(n.Pos())
	start := d.starts[open-1]
	f := &Fence{
		Line: open, Quote: inQuote(n),
		Prefix: prefix(string(d.Source[start:n.Pos()])),
		Mark:   mark(d.Source[n.Pos():]),
	}
	if n.Info != nil {
		f.Info = string(n.Info.Segment.Value(d.Source))
	}
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		s := strings.TrimSuffix(string(seg.Value(d.Source)), "\n")
		end := seg.Stop
		if end > seg.Start && d.Source[end-1] == '\n' {
			end--
		}
		f.Lines = append(f.Lines, Line{Text: s, Start: seg.Start, End: end})
	}
	f.Last = open + len(f.Lines)
	if d.closes(n, f.Last+1) {
		f.Last++
		f.Closed = true
	}
	return f
}

// closes reports whether line ends the fence n. goldmark doesn't tell: a
// block whose container or file ends is closed silently.
func (d *Doc) closes(n *ast.FencedCodeBlock, line int) bool {
	if line > len(d.starts) {
		return false
	}
	text := d.Source[d.starts[line-1]:]
	text, _, _ = bytes.Cut(text, []byte("\n"))
	before := d.Source[d.starts[d.Line(n.Pos())-1]:n.Pos()]
	body := bytes.TrimLeft(text, " \t>")
	head := text[:len(text)-len(body)]
	if bytes.Count(head, []byte(">")) != bytes.Count(before, []byte(">")) {
		return false
	}
	return ends(string(body), mark(d.Source[n.Pos():]))
}

// mark returns the run of backticks or tildes that src begins with.
func mark(src []byte) string {
	return string(src[:len(src)-len(bytes.TrimLeft(src, string(src[:1])))])
}

// ends reports whether a line without its indentation closes a fence.
func ends(line, mark string) bool {
	rest := strings.TrimLeft(line, mark[:1])
	return len(line)-len(rest) >= len(mark) && strings.TrimSpace(rest) == ""
}

// Holds reports whether the line can stand in the block: it does not end it.
func (f *Fence) Holds(line string) bool {
	body := strings.TrimLeft(line, " ")
	return len(line)-len(body) > 3 || !ends(body, f.Mark)
}

// reopen corrects the fences that the line which looks like their end does
// not close: it stands outside of their container and opens another one.
func (d *Doc) reopen() {
	var last *Fence
	for _, item := range d.Items {
		f, ok := item.(*Fence)
		if ok && last != nil && last.Closed && last.Last == f.Line {
			last.Closed = false
			last.Last--
		}
		if ok {
			last = f
		}
	}
}

// prefix turns what stands before an opening fence into what stands before
// each line after it: a list's marker becomes spaces. A quotation's marker
// takes one space with it, so that there has to be one. Below a footnote's
// marker, however long, lines stand four columns in.
func prefix(s string) string {
	s = footnote.ReplaceAllString(s, "    ")
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '>', '\t':
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
		if r == '>' && !strings.ContainsAny(s[i+1:min(i+2, len(s))], " \t>") {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

var footnote = regexp.MustCompile(`\[\^[^\]]*\]:[ \t]*`)
