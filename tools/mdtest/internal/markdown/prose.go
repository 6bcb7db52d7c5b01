package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// prose returns the text below n the way plain does, but with an empty
// code span in the place of each code span and formula, and with its line
// breaks.
func (d *Doc) prose(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if !in {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan, *inlineFormula:
			b.WriteString("``")
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			b.Write(n.Segment.Value(d.Source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
