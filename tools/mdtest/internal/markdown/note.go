package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// Footnotes stand at the end of the page, with links both ways. A script
// puts them beside the words that they gloss where there is room.

func (p *page) noteRef(w util.BufWriter, _ []byte, node ast.Node, in bool) (ast.WalkStatus, error) {
	if n := node.(*extast.FootnoteLink); in {
		fmt.Fprintf(w, `<sup><a id="%s" href="#note:%d" role="doc-noteref" aria-label="Note %[2]d">%[2]d</a></sup>`,
			refID(n.Index, n.RefIndex), n.Index)
	}
	return ast.WalkContinue, nil
}

// noteBack leads from a note to one of the places that refer to it.
func (p *page) noteBack(w util.BufWriter, _ []byte, node ast.Node, in bool) (ast.WalkStatus, error) {
	if n := node.(*extast.FootnoteBacklink); in {
		fmt.Fprintf(w, ` <a href="#%s" role="doc-backlink" aria-label="Back to note %d">↩</a>`,
			refID(n.Index, n.RefIndex), n.Index)
	}
	return ast.WalkContinue, nil
}

// refID returns the anchor of a reference to a note. Headings have none
// with a colon.
func refID(note, ref int) string {
	if ref == 0 {
		return fmt.Sprintf("ref:%d", note)
	}
	return fmt.Sprintf("ref:%d:%d", note, ref+1)
}

func (p *page) notes(w util.BufWriter, _ []byte, _ ast.Node, in bool) (ast.WalkStatus, error) {
	if in {
		w.WriteString("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n")
	} else {
		w.WriteString("</section>\n")
	}
	return ast.WalkContinue, nil
}

func (p *page) note(w util.BufWriter, _ []byte, node ast.Node, in bool) (ast.WalkStatus, error) {
	n := node.(*extast.Footnote)
	if !in {
		w.WriteString("</div>\n")
		return ast.WalkContinue, nil
	}
	fmt.Fprintf(w, "<div class=\"gloss\" id=\"note:%d\" role=\"doc-footnote\">\n", n.Index)
	if n.FirstChild() == nil || n.FirstChild().Kind() != ast.KindParagraph {
		fmt.Fprintf(w, "<p><span class=\"number\">%d</span></p>\n", n.Index)
	}
	return ast.WalkContinue, nil
}

// noteNumber begins the first paragraph of a note with its number.
func noteNumber(w util.BufWriter, paragraph ast.Node) {
	if n, ok := paragraph.Parent().(*extast.Footnote); ok && n.FirstChild() == paragraph {
		fmt.Fprintf(w, `<span class="number">%d</span> `, n.Index)
	}
}
