package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// table scrolls in itself where it is too wide.
func (p *page) table(w util.BufWriter, _ []byte, _ ast.Node, in bool) (ast.WalkStatus, error) {
	if in {
		w.WriteString("<div class=\"scroll\"><table>\n")
	} else {
		w.WriteString("</table></div>\n")
	}
	return ast.WalkContinue, nil
}

// cell renders a table's cell. One without words heads nothing, though it
// stands in the table's head.
func (p *page) cell(w util.BufWriter, _ []byte, node ast.Node, in bool) (ast.WalkStatus, error) {
	n, tag := node.(*extast.TableCell), "td"
	if n.Parent().Kind() == extast.KindTableHeader && n.HasChildren() {
		tag = "th"
	}
	switch {
	case !in:
		fmt.Fprintf(w, "</%s>\n", tag)
	case n.Alignment == extast.AlignNone:
		fmt.Fprintf(w, "<%s>", tag)
	default:
		fmt.Fprintf(w, "<%s style=\"text-align:%s\">", tag, n.Alignment)
	}
	return ast.WalkContinue, nil
}

// checkBox renders the box of a task, which says what it is.
func (p *page) checkBox(w util.BufWriter, _ []byte, node ast.Node, in bool) (ast.WalkStatus, error) {
	switch n := node.(*extast.TaskCheckBox); {
	case !in:
	case n.IsChecked:
		w.WriteString(`<input type="checkbox" aria-label="done" checked disabled> `)
	default:
		w.WriteString(`<input type="checkbox" aria-label="to do" disabled> `)
	}
	return ast.WalkContinue, nil
}
