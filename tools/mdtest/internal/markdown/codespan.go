package markdown

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// codeSpan renders code in a line of prose, as a link if what it names is
// known. In a heading or a link it is none, nor in a note, which stands
// elsewhere than it is read.
func (p *page) codeSpan(w util.BufWriter, src []byte, n ast.Node, in bool) (ast.WalkStatus, error) {
	if !in {
		return ast.WalkContinue, nil
	}
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(src))
		}
	}
	text := strings.ReplaceAll(b.String(), "\n", " ")
	href := ""
	if p.hooks.Code != nil && !holds(n.Parent(), ast.KindHeading, ast.KindLink, extast.KindFootnote) {
		href = p.hooks.Code(text, p.doc.lineOf(n))
	}
	if href != "" {
		w.WriteString(`<a class="name" href="` + html.EscapeString(href) + `">`)
	}
	w.WriteString("<code>")
	gmhtml.DefaultWriter.RawWrite(w, []byte(text))
	w.WriteString("</code>")
	if href != "" {
		w.WriteString("</a>")
	}
	return ast.WalkSkipChildren, nil
}

// holds reports whether n stands in a node of one of the kinds, or is one.
func holds(n ast.Node, kinds ...ast.NodeKind) bool {
	for ; n != nil; n = n.Parent() {
		for _, k := range kinds {
			if n.Kind() == k {
				return true
			}
		}
	}
	return false
}
