package weave

import (
	"bytes"
	"fmt"
	"go/doc"
	"html/template"
	"maps"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/markdown"
	"byhand/tools/mdtest/internal/semantic"
)

const namesTitle = "Names"

// packageNames are the names of a package, for the template.
type packageNames struct {
	ID, Path string
	Names    []indexed
}

// indexed is a name in the list.
type indexed struct {
	ID                  string
	Before, Name, After string // the declaration
	Doc                 string
	Member              bool
	Defined             step
	Changed, Used       []step
	Dropped             *step
}

// step is a link to a section.
type step struct {
	Href         template.URL // made of anchors, which have a colon
	Label, Title string
}

// namesEntry returns the line of the contents for the list of names, as
// page p shows it, or nil if the book has no names.
func (w *weaver) namesEntry(p *links.Page) *entry {
	if w.names == nil || len(w.names.index) == 0 {
		return nil
	}
	e := &entry{Title: namesTitle, Out: links.Names}
	if p != nil && p.Out == links.Names {
		e.Current = true
		for _, pkg := range w.names.index.packages() {
			e.Sections = append(e.Sections, section{ID: pkg.ID, Title: pkg.ID})
		}
	}
	return e
}

// writeNames renders the list of names into the site, and what scripts show
// of the names on each page.
func (w *weaver) writeNames(site Site) error {
	if w.names == nil {
		return nil
	}
	if err := w.writeIndex(site); err != nil {
		return err
	}
	for out, p := range w.names.data {
		data, err := p.script(out)
		if err != nil {
			return err
		}
		site[dataFile(out)] = data
	}
	return nil
}

func (w *weaver) writeIndex(site Site) error {
	if len(w.names.index) == 0 {
		return nil
	}
	var body bytes.Buffer
	if err := layout.ExecuteTemplate(&body, "names", w.names.index.packages()); err != nil {
		return fmt.Errorf("%s: %w", links.Names, err)
	}
	p := &links.Page{Entry: book.Entry{Title: namesTitle}, Out: links.Names, Doc: &markdown.Doc{}}
	var err error
	site[links.Names], err = w.layout(p, template.HTML(body.String()))
	return err
}

// packages returns the names by their packages, methods and fields below
// their types.
func (x index) packages() []packageNames {
	var out []packageNames
	keys := slices.SortedFunc(maps.Keys(x), func(a, b string) int {
		s, t := x[a].symbol, x[b].symbol
		return strings.Compare(s.Pkg+"\x00"+s.Name, t.Pkg+"\x00"+t.Name)
	})
	for _, key := range keys {
		h := x[key]
		if n := len(out); n == 0 || out[n-1].Path != h.symbol.Pkg {
			id := strings.TrimSuffix(semantic.Qualified(h.symbol.Pkg, ""), ".")
			out = append(out, packageNames{ID: id, Path: h.symbol.Pkg})
		}
		last := &out[len(out)-1]
		last.Names = append(last.Names, h.entry(key))
	}
	return out
}

func (h *history) entry(key string) indexed {
	e := indexed{
		ID: key, Doc: new(doc.Package).Synopsis(h.symbol.Doc),
		Member:  strings.Contains(h.symbol.Name, "."),
		Defined: h.made[0].step(),
	}
	e.Name = h.symbol.Name[strings.LastIndexByte(h.symbol.Name, '.')+1:]
	e.Before, e.After = around(h.symbol.Text, e.Name)
	if h.dropped != nil {
		s := h.dropped.step()
		e.Dropped = &s
	}
	for _, m := range h.made[1:] {
		e.Changed = append(e.Changed, m.step())
	}
	for _, m := range h.used {
		if !slices.ContainsFunc(h.made, func(d mention) bool { return d.sec == m.sec }) {
			e.Used = append(e.Used, m.step())
		}
	}
	return e
}

// around returns what stands before the name that a declaration declares,
// and what stands after it: a receiver may have a type of that name.
func around(text, name string) (before, after string) {
	at := 0
	if strings.HasPrefix(text, "func (") {
		at = strings.Index(text, ") ")
	}
	i := strings.Index(text[at:], " "+name)
	if i < 0 {
		return text, ""
	}
	at += i + 1
	return text[:at], text[at+len(name):]
}

// step labels a section by its chapter's number and its own: 3.4.
func (m mention) step() step {
	chapter, own, _ := strings.Cut(m.sec.Name, "/")
	label := shortNumber(chapter)
	if m.sec.Step {
		label += "." + shortNumber(own)
	} else {
		label += " " + m.sec.Title
	}
	return step{Href: template.URL(m.page + "#" + m.id), Label: label, Title: m.sec.Title}
}

// shortNumber returns the NN of NN-name, less a leading zero.
func shortNumber(name string) string {
	n, _, _ := strings.Cut(name, "-")
	if len(n) == 2 && n[0] == '0' {
		return n[1:]
	}
	return n
}
