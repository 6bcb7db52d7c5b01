package weave

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"byhand/tools/mdtest/internal/legible"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/markdown"
)

// policy lets a page load what belongs to the site, and nothing else. Style
// attributes only count lines and align columns; scripts are files.
const policy = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; " +
	"style-src-attr 'unsafe-inline'; img-src 'self' file: data:; font-src 'self' file:; " +
	"connect-src 'self'; frame-src 'self' file:; base-uri 'none'; form-action 'none'"

// view is what the template sees.
type view struct {
	Book    string
	Name    string // of the book, where browsers keep things
	Policy  string
	Title   string // empty for the list of contents
	Chapter string // NN-name, of a chapter's page
	Part    string
	Body    template.HTML
	Totals  template.HTML // how the checks came out
	Parts   []part
	Names   string // the page that lists the names, if there is one
	Prev    *entry
	Next    *entry
}

// part is a run of entries below one heading of the summary.
type part struct {
	Title   string
	Weeks   string // how long it takes
	Steps   *steps
	Entries []*entry
}

// steps counts the steps of chapters.
type steps struct {
	N        int
	Chapters string // their names, with spaces
}

// entry is a line of the contents.
type entry struct {
	Title    string
	Number   string // a chapter's NN
	Out      string // empty if it is not written yet
	Current  bool
	Steps    *steps    // nil if there are none
	Sections []section // of the current page
}

type section struct {
	ID, Title string
	Step, Tag string // of a step: MM and NN-name/MM-slug
}

// layout puts a page's body into the frame that all pages have. p is nil
// for the list of contents.
func (w *weaver) layout(p *links.Page, body template.HTML) ([]byte, error) {
	v := view{
		Book: w.book.Summary.Title, Name: markdown.Slug(w.book.Summary.Title),
		Policy: policy, Body: body, Totals: w.totals(p),
	}
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
		if p.Chapter {
			v.Chapter = strings.TrimSuffix(p.Out, ".html")
		}
	}
	if p != nil && at > 0 {
		v.Prev = written[at-1]
	}
	if at+1 < len(written) {
		v.Next = written[at+1]
	}
	var out bytes.Buffer
	if err := layout.ExecuteTemplate(&out, "page.tmpl", v); err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	return []byte(legible.Clean(out.String())), nil
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
			v.Parts = append(v.Parts, part{Title: e.Part, Weeks: e.Weeks})
		}
		x := &entry{Title: e.Title}
		if page := pages[e.File]; page != nil {
			x.Out, x.Number = page.Out, number(page)
			x.Steps = w.steps(page)
			if page == p {
				x.Current, x.Sections = true, w.sections(page)
			}
		}
		last := &v.Parts[len(v.Parts)-1]
		last.Entries = append(last.Entries, x)
		last.Steps = last.Steps.and(x.Steps)
		all = append(all, x)
	}
	if x := w.namesEntry(p); x != nil && len(v.Parts) > 0 {
		v.Names = x.Out
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

// steps counts the steps of a page, and returns nil if it has none.
func (w *weaver) steps(p *links.Page) *steps {
	n := len(w.tags(p))
	if n == 0 {
		return nil
	}
	return &steps{n, strings.TrimSuffix(p.Out, ".html")}
}

// and adds the steps of another chapter.
func (s *steps) and(t *steps) *steps {
	switch {
	case s == nil:
		return t
	case t == nil:
		return s
	}
	return &steps{s.N + t.N, s.Chapters + " " + t.Chapters}
}

// tags returns the tags of a page's steps by the lines of their headings.
func (w *weaver) tags(p *links.Page) map[int]string {
	tags := map[int]string{}
	if c := w.chapters[p.File]; c != nil {
		for _, s := range c.Sections {
			if s.Step {
				tags[s.Line] = s.Name
			}
		}
	}
	return tags
}

func (w *weaver) sections(p *links.Page) []section {
	var out []section
	tags := w.tags(p)
	for _, item := range p.Doc.Items {
		h, ok := item.(*markdown.Heading)
		if !ok || h.Level != 2 || h.ID == "" {
			continue
		}
		tag := tags[h.Line]
		out = append(out, section{h.ID, h.Text, stepNumber(tag), tag})
	}
	return out
}
