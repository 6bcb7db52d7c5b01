package volume

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Attr returns an attribute of n, or "".
func Attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// Set sets an attribute of n.
func Set(n *html.Node, key, val string) {
	for i, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			n.Attr[i].Val = val
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: val})
}

// Unset removes attributes of n.
func Unset(n *html.Node, keys ...string) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
		return slices.Contains(keys, a.Key)
	})
}

// HasClass reports whether n is of a class.
func HasClass(n *html.Node, class string) bool {
	for c := range strings.FieldsSeq(Attr(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}

// AddClass puts n into a class.
func AddClass(n *html.Node, class string) {
	Set(n, "class", strings.TrimSpace(Attr(n, "class")+" "+class))
}

// Rename makes n another element, which keeps its attributes.
func Rename(n *html.Node, a atom.Atom) { n.DataAtom, n.Data = a, a.String() }

// Text returns the text in n.
func Text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(Text(c))
	}
	return b.String()
}

// Element makes an element with a class and what it holds.
func Element(a atom.Atom, class string, children ...*html.Node) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
	if class != "" {
		Set(n, "class", class)
	}
	for _, c := range children {
		n.AppendChild(c)
	}
	return n
}

// TextNode makes a piece of text.
func TextNode(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

// Children takes the children out of n.
func Children(n *html.Node) []*html.Node {
	cs := slices.Collect(n.ChildNodes())
	for _, c := range cs {
		n.RemoveChild(c)
	}
	return cs
}

// Walk calls visit for every element in n, n first.
func Walk(n *html.Node, visit func(*html.Node)) {
	if n.Type == html.ElementNode {
		visit(n)
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		Walk(c, visit)
		c = next
	}
}
