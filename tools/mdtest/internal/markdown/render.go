package markdown

import (
	"fmt"
	"html"
	"io"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// Hooks are what a page's HTML needs to know from others. What they return
// as HTML is written as it is.
type Hooks struct {
	Fence   func(f *Fence) string                 // a fenced block, as HTML
	Link    func(dest string, image bool) string  // where a link leads; "" for none
	Heading func(h *Heading) (before, end string) // HTML above a heading and at its end
	Math    func(f Formula) string                // a formula, as HTML
	Code    func(text string, line int) string    // where code in prose leads; "" for nowhere
}

// HTML renders the page. Whatever the page says, no more gets out than
// text, the elements of Markdown, and the few tags that raw HTML may have.
func (d *Doc) HTML(w io.Writer, h Hooks) error {
	md := engine()
	md.Renderer().AddOptions(renderer.WithNodeRenderers(
		util.Prioritized(&page{doc: d, hooks: h, hidden: map[ast.Node]bool{}}, 1)))
	return md.Renderer().Render(w, d.Source, d.root)
}

// page renders the nodes that are not goldmark's to render.
type page struct {
	doc    *Doc
	hooks  Hooks
	hidden map[ast.Node]bool // the markers of alerts
}

// RegisterFuncs tells goldmark which nodes those are.
func (p *page) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindHeading, p.heading)
	reg.Register(ast.KindFencedCodeBlock, p.fence)
	reg.Register(ast.KindBlockquote, p.quote)
	reg.Register(ast.KindText, p.text)
	reg.Register(ast.KindParagraph, p.paragraph)
	reg.Register(ast.KindCodeSpan, p.codeSpan)
	reg.Register(ast.KindLink, p.link)
	reg.Register(ast.KindAutoLink, p.autoLink)
	reg.Register(ast.KindImage, p.image)
	reg.Register(ast.KindHTMLBlock, p.htmlBlock)
	reg.Register(ast.KindRawHTML, p.rawHTML)
	reg.Register(kindInlineMath, p.math)
	reg.Register(kindBlockMath, p.math)
	reg.Register(extast.KindFootnoteLink, p.noteRef)
	reg.Register(extast.KindFootnoteBacklink, p.noteBack)
	reg.Register(extast.KindFootnoteList, p.notes)
	reg.Register(extast.KindFootnote, p.note)
	reg.Register(extast.KindTable, p.table)
	reg.Register(extast.KindTableCell, p.cell)
	reg.Register(extast.KindTaskCheckBox, p.checkBox)
}

func (p *page) heading(w util.BufWriter, _ []byte, n ast.Node, in bool) (ast.WalkStatus, error) {
	h := p.doc.heads[n]
	before, end := "", ""
	if p.hooks.Heading != nil {
		before, end = p.hooks.Heading(h)
	}
	switch {
	case !in:
		fmt.Fprintf(w, "%s</h%d>\n", end, h.Level)
	case h.ID == "":
		fmt.Fprintf(w, "%s<h%d>", before, h.Level)
	default:
		fmt.Fprintf(w, "%s<h%d id=\"%s\">", before, h.Level, html.EscapeString(h.ID))
	}
	return ast.WalkContinue, nil
}

func (p *page) fence(w util.BufWriter, _ []byte, n ast.Node, in bool) (ast.WalkStatus, error) {
	if !in {
		return ast.WalkContinue, nil
	}
	f := p.doc.fences[n]
	out := "<pre><code>" + html.EscapeString(f.Text()) + "</code></pre>\n"
	if p.hooks.Fence != nil {
		out = p.hooks.Fence(f)
	}
	_, err := w.WriteString(out)
	return ast.WalkSkipChildren, err
}

func (p *page) paragraph(w util.BufWriter, _ []byte, n ast.Node, in bool) (ast.WalkStatus, error) {
	if p.hidden[n] {
		return ast.WalkSkipChildren, nil
	}
	if in {
		w.WriteString("<p>")
		noteNumber(w, n)
	} else {
		w.WriteString("</p>\n")
	}
	return ast.WalkContinue, nil
}

// text leaves out an alert's marker, and is goldmark's own otherwise.
func (p *page) text(w util.BufWriter, src []byte, node ast.Node, in bool) (ast.WalkStatus, error) {
	n := node.(*ast.Text)
	if !in || p.hidden[n] {
		return ast.WalkContinue, nil
	}
	if n.IsRaw() {
		gmhtml.DefaultWriter.RawWrite(w, n.Segment.Value(src))
	} else {
		gmhtml.DefaultWriter.Write(w, n.Segment.Value(src))
	}
	if n.HardLineBreak() {
		w.WriteString("<br>\n")
	} else if n.SoftLineBreak() {
		w.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

func (p *page) link(w util.BufWriter, _ []byte, node ast.Node, in bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	if holdsLink(n) {
		return ast.WalkContinue, nil
	}
	if !in {
		w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	fmt.Fprintf(w, `<a%s%s>`, p.attr("href", unescape(string(n.Destination)), false), title(n.Title))
	return ast.WalkContinue, nil
}

func (p *page) autoLink(w util.BufWriter, src []byte, node ast.Node, in bool) (ast.WalkStatus, error) {
	if n := node.(*ast.AutoLink); in {
		fmt.Fprintf(w, `<a%s>%s</a>`, p.attr("href", autoDest(n, src), false),
			html.EscapeString(string(n.Label(src))))
	}
	return ast.WalkContinue, nil
}

func (p *page) image(w util.BufWriter, _ []byte, node ast.Node, in bool) (ast.WalkStatus, error) {
	if n := node.(*ast.Image); in {
		fmt.Fprintf(w, `<img%s alt="%s"%s>`, p.attr("src", unescape(string(n.Destination)), true),
			html.EscapeString(p.doc.plain(n)), title(n.Title))
	}
	return ast.WalkSkipChildren, nil
}

// attr returns the attribute that says where a link leads, or nothing if
// it leads nowhere. Whoever gives no hook gets no links.
func (p *page) attr(name, dest string, image bool) string {
	if p.hooks.Link == nil {
		return ""
	}
	dest = p.hooks.Link(dest, image)
	if dest == "" {
		return ""
	}
	return fmt.Sprintf(` %s="%s"`, name, html.EscapeString(string(util.URLEscape([]byte(dest), false))))
}

func title(t []byte) string {
	if len(t) == 0 {
		return ""
	}
	return ` title="` + html.EscapeString(unescape(string(t))) + `"`
}

func (p *page) htmlBlock(w util.BufWriter, _ []byte, node ast.Node, in bool) (ast.WalkStatus, error) {
	if in {
		w.WriteString(p.doc.sanitized(node))
	}
	return ast.WalkSkipChildren, nil
}

func (p *page) rawHTML(w util.BufWriter, _ []byte, node ast.Node, in bool) (ast.WalkStatus, error) {
	if in {
		w.WriteString(p.doc.sanitized(node))
	}
	return ast.WalkSkipChildren, nil
}
