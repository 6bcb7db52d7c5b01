package volume

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Controls are elements and classes that are there to be clicked.
var (
	controlElements = []atom.Atom{
		atom.Button, atom.Dialog, atom.Form, atom.Iframe, atom.Link, atom.Script,
		atom.Select, atom.Style, atom.Template, atom.Textarea,
	}
	controlClasses = []string{"anchor", "copy"}
)

func isControl(n *html.Node) bool {
	return n.Type == html.CommentNode || n.Type == html.ElementNode &&
		(slices.Contains(controlElements, n.DataAtom) || slices.ContainsFunc(controlClasses, func(c string) bool {
			return HasClass(n, c)
		}))
}

// clean removes the controls in n, and prepares what stays.
func clean(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if isControl(c) {
			n.RemoveChild(c)
		} else {
			clean(c)
		}
		c = next
	}
	if n.Type != html.ElementNode {
		return
	}
	n.Attr = slices.DeleteFunc(n.Attr, isBehaviour)
	switch n.DataAtom {
	case atom.Input:
		tick(n)
	case atom.Td, atom.Th:
		align(n)
	case atom.Figure:
		describe(n)
	case atom.Pre:
		setLines(n)
	}
}

// isBehaviour reports whether an attribute does nothing where no script
// runs.
func isBehaviour(a html.Attribute) bool {
	return strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Key, "popover") ||
		strings.HasPrefix(a.Key, "data-") && a.Key != "data-n" ||
		a.Key == "tabindex" || a.Key == "target" || a.Key == "rel"
}

// tick makes a character of a task's box.
func tick(n *html.Node) {
	mark := "\u2610"
	if slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "checked" }) {
		mark = "\u2611"
	}
	Rename(n, atom.Span)
	n.Attr = nil
	Set(n, "class", "task")
	n.AppendChild(TextNode(mark))
}

// align says in today's words how a cell is aligned.
func align(n *html.Node) {
	if a := Attr(n, "align"); a != "" {
		Unset(n, "align")
		Set(n, "style", "text-align: "+a)
	}
}

// describe moves the source of a diagram into the drawing, as what is read
// out to those who can't see it.
func describe(fig *html.Node) {
	var svg, src *html.Node
	Walk(fig, func(n *html.Node) {
		switch {
		case n.DataAtom == atom.Svg:
			svg = n
		case n.DataAtom == atom.Pre && HasClass(n, "hidden"):
			src = n
		}
	})
	if svg == nil || src == nil {
		return
	}
	desc := &html.Node{Type: html.ElementNode, Data: "desc", Namespace: "svg"}
	desc.AppendChild(TextNode(Text(src)))
	svg.InsertBefore(desc, svg.FirstChild)
	src.Parent.RemoveChild(src)
}
