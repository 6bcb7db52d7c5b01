package volume

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Hangs returns how far a line of code is set in where it goes on below,
// in em, by the line's class: in0, in2, … by its own indentation.
func Hangs() iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		for n := 0; n <= maxIndent; n += 2 {
			if !yield(fmt.Sprintf("in%d", n), float64(n+hang)*0.6) {
				return
			}
		}
	}
}

const (
	tabWidth  = 4
	hang      = 4  // columns that the rest of a long line is set in further
	maxIndent = 32 // columns
	short     = 60 // columns; a line that has more is of class long
)

// setLines makes every line in a pre an element of class line, and spaces
// of its tabs: their stops would move with the indentation.
func setLines(pre *html.Node) {
	code := pre
	if c := pre.FirstChild; c != nil && c.DataAtom == atom.Code && c.NextSibling == nil {
		code = c
	}
	var lines []*html.Node
	for _, n := range Children(code) {
		if isRun(n) {
			lines = append(lines, runLines(n)...)
			continue
		}
		code.AppendChild(n)
	}
	if code.FirstChild != nil {
		lines = append(lines, plainLines(Children(code))...)
	}
	for _, line := range lines {
		column := 0
		expand(line, &column)
		text := Text(line)
		in := len(text) - len(strings.TrimLeft(text, " "))
		AddClass(line, fmt.Sprintf("in%d", min(in, maxIndent)&^1))
		if utf8.RuneCountInString(text) > short {
			AddClass(line, "long")
		}
		line.AppendChild(TextNode("\n"))
		code.AppendChild(line)
	}
}

// isRun reports whether n is a run of lines of a listing: one element for
// all, each an element in it.
func isRun(n *html.Node) bool {
	c := n.FirstChild
	return (n.DataAtom == atom.Ins || n.DataAtom == atom.Span) &&
		c != nil && c.DataAtom == atom.Span && len(c.Attr) == 0
}

// runLines returns the lines of a run. They say themselves what the run
// said: that they are new (an ins), old or rest, and their numbers.
func runLines(run *html.Node) []*html.Node {
	class := strings.TrimSpace("line " + Attr(run, "class"))
	if run.DataAtom == atom.Ins {
		class = "line new"
	}
	number, err := strconv.Atoi(strings.TrimPrefix(Attr(run, "style"), "--n:"))
	var out []*html.Node
	for i, n := range Children(run) {
		line := Element(atom.Span, class, split(Children(n))[0]...)
		if err == nil {
			Set(line, "data-n", strconv.Itoa(number+i+1))
		}
		out = append(out, line)
	}
	return out
}

func plainLines(nodes []*html.Node) []*html.Node {
	lines := split(nodes)
	if last := len(lines) - 1; len(lines[last]) == 0 {
		lines = lines[:last]
	}
	var out []*html.Node
	for _, nodes := range lines {
		out = append(out, Element(atom.Span, "line", nodes...))
	}
	return out
}

// split cuts nodes at the ends of lines, which it drops. What goes on over
// several lines is made anew in each.
func split(nodes []*html.Node) [][]*html.Node {
	lines := [][]*html.Node{nil}
	add := func(n *html.Node) { lines[len(lines)-1] = append(lines[len(lines)-1], n) }
	for _, n := range nodes {
		if n.Type == html.TextNode {
			for i, s := range strings.Split(n.Data, "\n") {
				if i > 0 {
					lines = append(lines, nil)
				}
				if s != "" {
					add(TextNode(s))
				}
			}
			continue
		}
		for i, part := range split(Children(n)) {
			if i > 0 {
				lines = append(lines, nil)
			}
			if i > 0 && len(part) == 0 {
				continue
			}
			piece := *n
			piece.Parent, piece.PrevSibling, piece.NextSibling = nil, nil, nil
			piece.FirstChild, piece.LastChild = nil, nil
			for _, c := range part {
				piece.AppendChild(c)
			}
			add(&piece)
		}
	}
	return lines
}

// expand makes spaces of the tabs in n, which begins at a column.
func expand(n *html.Node, column *int) {
	if n.Type == html.TextNode {
		var b strings.Builder
		for _, r := range n.Data {
			width := 1
			if r == '\t' {
				width = tabWidth - *column%tabWidth
				b.WriteString(strings.Repeat(" ", width))
			} else {
				b.WriteRune(r)
			}
			*column += width
		}
		n.Data = b.String()
	}
	for c := range n.ChildNodes() {
		expand(c, column)
	}
}
