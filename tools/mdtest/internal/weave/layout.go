package weave

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/markdown"
)

// view is what the template sees.
type view struct {
	Book  string
	Title string // empty for the list of contents
	Part  string
	Body  template.HTML
	Parts []part
	Prev  *entry
	Next  *entry
}

// part is a run of entries below one heading of the summary.
type part struct {
	Title   string
	Entries []*entry
}

// entry is a line of the contents.
type entry struct {
	Title    string
	Number   string // a chapter's NN
	Out      string // empty if it is not written yet
	Current  bool
	Sections []section // of the current page
}

type section struct{ ID, Title string }

// layout puts a page's body into the frame that all pages have. p is nil
// for the list of contents.
func (w *weaver) layout(p *links.Page, body template.HTML) ([]byte, error) {
	v := view{Book: w.book.Summary.Title, Body: body}
	var written []*entry
	at := -1
	for _, e := range w.entries(p, &v) {
		if e.Out == "" {
			continue
		}
		if e.Current {
			at = len(written)
		}
		written = append(written, e)
	}
	if p != nil {
		v.Title, v.Part = p.Title, p.Part
	}
	if p != nil && at > 0 {
		v.Prev = written[at-1]
	}
	if at+1 < len(written) {
		v.Next = written[at+1]
	}
	var out bytes.Buffer
	if err := layout.Execute(&out, v); err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	return out.Bytes(), nil
}

// entries fills in the contents as page p shows them.
func (w *weaver) entries(p *links.Page, v *view) []*entry {
	pages := map[string]*links.Page{}
	for _, page := range w.links.Pages {
		pages[page.File] = page
	}
	var all []*entry
	for i, e := range w.book.Summary.Entries {
		if i == 0 || e.Part != w.book.Summary.Entries[i-1].Part {
			v.Parts = append(v.Parts, part{Title: e.Part})
		}
		x := &entry{Title: e.Title}
		if page := pages[e.File]; page != nil {
			x.Out, x.Number = page.Out, number(page)
			if page == p {
				x.Current, x.Sections = true, sections(page)
			}
		}
		last := &v.Parts[len(v.Parts)-1]
		last.Entries = append(last.Entries, x)
		all = append(all, x)
	}
	return all
}

// number returns the NN of a chapter, less a leading zero.
func number(p *links.Page) string {
	if !p.Chapter {
		return ""
	}
	nn, _, _ := strings.Cut(p.Out, "-")
	if len(nn) == 2 && nn[0] == '0' {
		return nn[1:]
	}
	return nn
}

func sections(p *links.Page) []section {
	var out []section
	for _, item := range p.Doc.Items {
		if h, ok := item.(*markdown.Heading); ok && h.Level == 2 && h.ID != "" {
			out = append(out, section{h.ID, h.Text})
		}
	}
	return out
}
