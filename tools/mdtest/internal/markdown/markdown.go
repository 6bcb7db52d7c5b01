// Package markdown reads a page of the book: what stands on it, in order,
// with the position of every byte that the tool may have to report or to
// replace. It knows nothing of chapters or of Go.
//
// It is the only package that imports goldmark. Non-goals: a Markdown
// dialect of our own, and writing Markdown other than by replacing the
// lines of a fenced block.
package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// Doc is a parsed page.
type Doc struct {
	Source []byte
	Items  []Item // in the order of the page
	Links  []Link

	Formulas []Formula

	root   ast.Node
	starts []int // offset of each line
	fences map[ast.Node]*Fence
	heads  map[ast.Node]*Heading
	raw    rawTags

	loose   sync.Once // dangles has been found
	dangles []Dangling
}

// Item is a Heading, a Fence, an HTML or a Text.
type Item interface{ At() int }

// Heading is a section's title. ID is its anchor, as Git hosts make it.
type Heading struct {
	Line  int
	Level int
	Text  string
	ID    string
}

// HTML is a block of raw HTML, such as <details><summary>.
type HTML struct {
	Line int
	Text string
}

// Text is a paragraph or another run of prose.
type Text struct {
	Line  int
	Words int
	Text  string
	Prose string // Text less what stands in `code spans`, line by line
	Quote bool   // stands in a block quote
}

// Link is a link or an image.
type Link struct {
	Line  int
	Dest  string
	Text  string
	Image bool
	Holds bool // another link, or a footnote, stands in its text
}

// At returns the line that the item begins on.
func (h *Heading) At() int { return h.Line }

// At returns the line that the item begins on.
func (h *HTML) At() int { return h.Line }

// At returns the line that the item begins on.
func (t *Text) At() int { return t.Line }

func engine() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, extension.Linkify,
		extension.Footnote, extension.TaskList, formulas{}))
}

// Parse reads src. Every text is Markdown, so that it can't fail; what a
// book allows is for package chapter to say.
func Parse(src []byte) *Doc {
	d := &Doc{
		Source: src,
		starts: lineStarts(src),
		fences: map[ast.Node]*Fence{},
		heads:  map[ast.Node]*Heading{},
	}
	d.root = engine().Parser().Parse(text.NewReader(src))
	ids := map[string]int{}
	_ = ast.Walk(d.root, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if in {
			d.visit(n, ids)
		}
		return ast.WalkContinue, nil
	})
	// goldmark moves footnotes to the end.
	slices.SortStableFunc(d.Items, func(a, b Item) int { return cmp.Compare(a.At(), b.At()) })
	d.reopen()
	d.readTags()
	return d
}

func (d *Doc) visit(n ast.Node, ids map[string]int) {
	switch n := n.(type) {
	case *ast.Heading:
		h := &Heading{
			Line: d.Line(n.Pos()), Level: n.Level, Text: d.plain(n),
		}
		h.ID = unique(Slug(h.Text), ids)
		d.heads[n] = h
		d.Items = append(d.Items, h)
	case *ast.FencedCodeBlock:
		f := d.fence(n)
		d.fences[n] = f
		d.Items = append(d.Items, f)
	case *ast.HTMLBlock:
		d.Items = append(d.Items, d.html(n))
	case *ast.Paragraph, *ast.TextBlock:
		s := d.plain(n)
		d.Items = append(d.Items, &Text{
			Line: d.Line(n.Pos()), Words: len(strings.Fields(s)), Text: s,
			Prose: d.prose(n), Quote: inQuote(n),
		})
	case *ast.Link:
		d.Links = append(d.Links, Link{
			Line: d.lineOf(n), Dest: unescape(string(n.Destination)), Text: d.plain(n),
			Holds: holdsLink(n),
		})
	case *ast.Image:
		d.Links = append(d.Links, Link{
			Line: d.lineOf(n), Dest: unescape(string(n.Destination)), Text: d.plain(n),
			Image: true,
		})
	case *inlineFormula, *blockFormula:
		f, _ := d.formula(n)
		d.Formulas = append(d.Formulas, f)
	case *ast.AutoLink:
		d.Links = append(d.Links, Link{
			Line: d.lineOf(n), Dest: autoDest(n, d.Source),
			Text: string(n.Label(d.Source)),
		})
	}
}

// holdsLink reports whether another link stands in the text of n. No
// element may be a link in a link: the page gets the inner one.
func holdsLink(n ast.Node) bool {
	found := false
	_ = ast.Walk(n, func(x ast.Node, in bool) (ast.WalkStatus, error) {
		switch x.Kind() {
		case ast.KindLink, ast.KindAutoLink, extast.KindFootnoteLink:
			found = found || x != n
		}
		return ast.WalkContinue, nil
	})
	return found
}

// autoDest returns where <https://…> or <someone@example.org> leads.
func autoDest(n *ast.AutoLink, src []byte) string {
	dest := string(n.URL(src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
		return "mailto:" + dest
	}
	return dest
}

func (d *Doc) html(n *ast.HTMLBlock) *HTML {
	var b bytes.Buffer
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		b.Write(seg.Value(d.Source))
	}
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(d.Source))
	}
	return &HTML{Line: d.Line(n.Pos()), Text: b.String()}
}

// Line returns the line, counted from 1, that holds the byte at offset.
func (d *Doc) Line(offset int) int {
	if offset < 0 {
		return 0
	}
	return sort.SearchInts(d.starts, offset+1)
}

// lineOf finds the line of an inline node, which may not know its own.
func (d *Doc) lineOf(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if n.Pos() >= 0 {
			return d.Line(n.Pos())
		}
	}
	return 0
}

// plain returns the text below n without its markup.
func (d *Doc) plain(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if !in {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			if s := string(n.Segment.Value(d.Source)); n.IsRaw() {
				b.WriteString(s)
			} else {
				b.WriteString(unescape(s))
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *inlineFormula:
			b.WriteString(n.tex)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

func inQuote(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if n.Kind() == ast.KindBlockquote {
			return true
		}
	}
	return false
}

func lineStarts(src []byte) []int {
	starts := []int{0}
	for i, c := range src {
		if c == '\n' && i+1 < len(src) {
			starts = append(starts, i+1)
		}
	}
	return starts
}
