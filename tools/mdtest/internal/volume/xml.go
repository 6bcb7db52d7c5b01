package volume

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// namespaces of what stands in a page, by what the parser calls them.
var namespaces = map[string]string{
	"svg":  "http://www.w3.org/2000/svg",
	"math": "http://www.w3.org/1998/Math/MathML",
}

var (
	elementName   = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*$`)
	attributeName = regexp.MustCompile(`^(?:(?:epub|xml):)?[A-Za-z_][A-Za-z0-9_.-]*$`)
)

// XML returns n as well-formed XML, for a document whose elements are
// XHTML's and which has the prefix epub.
func XML(n *html.Node) string {
	var b strings.Builder
	writeXML(&b, n, "")
	return b.String()
}

func writeXML(b *strings.Builder, n *html.Node, within string) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(EscapeXML(n.Data))
		return
	case n.Type != html.ElementNode:
		return
	case !elementName.MatchString(n.Data):
		for c := range n.ChildNodes() {
			writeXML(b, c, within)
		}
		return
	}
	b.WriteString("<" + n.Data)
	if n.Namespace != within && n.Namespace != "" {
		b.WriteString(` xmlns="` + namespaces[n.Namespace] + `"`)
	} else if n.Namespace != within {
		b.WriteString(` xmlns="http://www.w3.org/1999/xhtml"`)
	}
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key != "xmlns" && attributeName.MatchString(a.Key) {
			b.WriteString(" " + a.Key + `="` + EscapeXML(a.Val) + `"`)
		}
	}
	if n.FirstChild == nil && (isVoid(n) || n.Namespace != "") {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	for c := range n.ChildNodes() {
		writeXML(b, c, n.Namespace)
	}
	b.WriteString("</" + n.Data + ">")
}

// isVoid reports whether n never has content.
func isVoid(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Br, atom.Col, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Wbr:
		return n.Namespace == ""
	}
	return false
}

var xmlSpecial = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// EscapeXML escapes text or the value of an attribute. What XML cannot say
// becomes U+FFFD.
func EscapeXML(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return 0xFFFD
		}
		return r
	}, xmlSpecial.Replace(s))
}
