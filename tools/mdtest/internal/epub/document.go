package epub

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"byhand/tools/mdtest/internal/volume"
)

// document is what the template of a page sees.
type document struct {
	*volume.Page
	Body string // XHTML
}

func newDocument(p *volume.Page) document {
	var b strings.Builder
	for _, n := range p.Nodes {
		volume.Walk(n, note)
		b.WriteString(volume.XML(n))
	}
	return document{p, b.String()}
}

// note marks a footnote and what refers to it, so that readers can show it
// where it is needed.
func note(n *html.Node) {
	switch volume.Attr(n, "role") {
	case "doc-noteref":
		volume.Set(n, "epub:type", "noteref")
	case "doc-endnotes":
		volume.Set(n, "epub:type", "footnotes")
	case "doc-footnote":
		volume.Rename(n, atom.Aside)
		volume.Set(n, "epub:type", "footnote")
	}
}

// packaged is what the template of the package sees.
type packaged struct {
	*volume.Volume
	Language string
	Modified string
	Items    []item
}

// item is a page in the manifest.
type item struct{ ID, File, Properties string }

func newPackage(v *volume.Volume, modified time.Time) packaged {
	p := packaged{
		Volume: v, Language: volume.Language,
		Modified: modified.UTC().Format("2006-01-02T15:04:05Z"),
	}
	for _, page := range v.Pages {
		p.Items = append(p.Items, item{page.ID, file(page), properties(page)})
	}
	return p
}

// properties says what in a page not every reader's software can show.
func properties(p *volume.Page) string {
	var out []string
	for _, n := range p.Nodes {
		volume.Walk(n, func(n *html.Node) {
			switch n.DataAtom {
			case atom.Svg:
				out = append(out, "svg")
			case atom.Math:
				out = append(out, "mathml")
			}
		})
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}
