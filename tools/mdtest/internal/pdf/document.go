package pdf

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"text/template"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"byhand/tools/mdtest/internal/volume"
)

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"xml": volume.EscapeXML,
}).ParseFS(assets, "assets/*.tmpl"))

// document is what the template of the printed document sees.
type document struct {
	Title    string
	Language string
	CSS      string
	Parts    []part
	Numbers  map[string]int // of pages, by anchor; nil as long as they are not known
}

type part struct {
	Title    string
	ID       string
	Chapters []chapter
	Later    []string // titles of chapters that are not written yet
}

type chapter struct {
	*volume.Page
	Body string // XHTML
}

func newDocument(v *volume.Volume, paper string) (*document, error) {
	d := &document{Title: v.Title, Language: volume.Language}
	for i, p := range v.Parts {
		out := part{Title: p.Title, ID: fmt.Sprintf("part-%d", i)}
		for _, e := range p.Entries {
			if e.Page == nil {
				out.Later = append(out.Later, e.Title)
				continue
			}
			out.Chapters = append(out.Chapters, chapter{e.Page, body(e.Page)})
		}
		d.Parts = append(d.Parts, out)
	}
	css, err := d.styles(paper)
	d.CSS = volume.EscapeXML(css)
	return d, err
}

// XHTML returns the document.
func (d *document) XHTML() ([]byte, error) {
	var out bytes.Buffer
	err := templates.ExecuteTemplate(&out, "document.tmpl", d)
	return out.Bytes(), err
}

// Number returns the page that an anchor is on, or nothing.
func (d *document) Number(id string) string {
	if n := d.Numbers[id]; n > 0 {
		return fmt.Sprint(n)
	}
	return ""
}

// body prepares a page: on paper nothing folds, and a link has to say where
// it leads.
func body(p *volume.Page) string {
	var b strings.Builder
	for _, n := range p.Nodes {
		volume.Walk(n, func(n *html.Node) { prepare(n, p.Part != "") })
		b.WriteString(volume.XML(n))
	}
	return b.String()
}

func prepare(n *html.Node, inPart bool) {
	switch n.DataAtom {
	case atom.Details:
		volume.Rename(n, atom.Div)
		volume.AddClass(n, "fold")
	case atom.Summary:
		volume.Rename(n, atom.P)
		volume.AddClass(n, "summary")
	case atom.A:
		spell(n)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		volume.AddClass(n, n.Data)
		if inPart {
			lower(n)
		}
	}
}

// lower makes room in the outline for the heading of the part.
func lower(h *html.Node) {
	levels := []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.H6}
	for i, a := range levels {
		if h.DataAtom == a {
			volume.Rename(h, levels[i+1])
			return
		}
	}
}

// longest is how many letters of an address stand in the text.
const longest = 60

// spell writes a link's address behind it, or its host if that is long.
func spell(a *html.Node) {
	u, err := url.Parse(volume.Attr(a, "href"))
	if err != nil || u.Host == "" || inCaption(a) {
		return
	}
	if strings.Contains(volume.Text(a), u.Host) {
		return
	}
	to := strings.TrimPrefix(u.Host, "www.") + strings.TrimSuffix(u.RequestURI(), "/")
	if len(to) > longest {
		to = u.Host
	}
	a.AppendChild(volume.Element(atom.Span, "to", volume.TextNode(" ("+to+")")))
}

func inCaption(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.DataAtom == atom.Figcaption {
			return true
		}
	}
	return false
}
