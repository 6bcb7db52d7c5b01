// Package links knows the pages of a book, and where the links on them go:
// to another page, to a heading, to a file of the repository or out into
// the world.
//
// Non-goals: whether the world answers. Nothing here uses the network.
package links

import (
	"cmp"
	"errors"
	"path"
	"strings"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/markdown"
)

// Index is the file name of the list of contents, the site's first page.
const Index = "index.html"

// Names is the file name of the list of names.
const Names = "names.html"

// Page is a page of the book: an entry of the summary that is written.
type Page struct {
	book.Entry
	Out     string // its file name in the site
	Doc     *markdown.Doc
	Go      bool // Doc is a Go package's documentation: it has no lines
	anchors map[string]bool
}

// Pos returns the line of the page; of a Go file, the file as a whole.
func (p *Page) Pos(line int) diag.Pos {
	if p.Go {
		line = 0
	}
	return diag.Pos{File: p.File, Line: line}
}

// Resolver finds out where links go.
type Resolver struct {
	Pages  []*Page // in the order of the summary
	byFile map[string]*Page
	root   string
	taken  map[string]string // file names of the site, in lower case
	tags   map[string]string // the headings of the steps
}

// New reads the pages that the book has not read itself. What it could not
// read is in the list and not among the pages.
func New(b *book.Book) (*Resolver, diag.List) {
	var errs diag.List
	r := &Resolver{
		root: b.Root, byFile: map[string]*Page{}, tags: stepTags(b.Chapters),
		taken: map[string]string{Index: book.SummaryFile, Names: "the list of names"},
	}
	if b.Summary == nil {
		return r, nil
	}
	docs := map[string]*markdown.Doc{}
	for _, c := range b.Chapters {
		docs[c.File] = c.Doc
	}
	for _, e := range b.Summary.Entries {
		if e.File == "" || e.Chapter && docs[e.File] == nil {
			continue // not written, or complained of by the book
		}
		r.add(e, docs[e.File], &errs)
	}
	return r, errs
}

func (r *Resolver) add(e book.Entry, doc *markdown.Doc, errs *diag.List) {
	pos := diag.Pos{File: book.SummaryFile, Line: e.Line}
	p := &Page{Entry: e, Doc: doc, Go: path.Ext(e.File) == ".go", anchors: map[string]bool{}}
	p.Out = strings.TrimSuffix(path.Base(e.File), path.Ext(e.File)) + ".html"
	low := strings.ToLower(p.Out)
	if other := r.taken[low]; other != "" {
		errs.Addf(pos, "%s and %s would both be the page %s", other, e.File, p.Out)
		return
	}
	r.taken[low] = e.File
	if p.Doc == nil {
		d, err := read(r.root, e)
		var bad *diag.Error
		if errors.As(err, &bad) {
			errs.Add(bad)
			return
		}
		if err != nil {
			errs.Addf(pos, "%s: %v", e.File, err)
			return
		}
		p.Doc = d
	}
	for _, item := range p.Doc.Items {
		if h, ok := item.(*markdown.Heading); ok {
			p.anchors[h.ID] = true
		}
	}
	r.Pages = append(r.Pages, p)
	r.byFile[e.File] = p
}

// Check returns the links of the book that lead nowhere, or where no link
// of a book may lead.
func Check(b *book.Book) diag.List {
	r, errs := New(b)
	errs = append(errs, r.Check()...)
	errs.Sort()
	return errs
}

// Check checks the links and references of all pages.
func (r *Resolver) Check() diag.List {
	var errs diag.List
	for _, p := range r.Pages {
		for _, l := range p.Doc.Links {
			what := "the link to " + cmp.Or(l.Dest, "nothing")
			if l.Image {
				what = "the image " + cmp.Or(l.Dest, "without a file")
			}
			if _, err := r.Resolve(p, l.Dest, l.Image); err != nil {
				errs.Addf(p.Pos(l.Line), "%s: %v", what, err)
			}
			if l.Image && strings.TrimSpace(l.Text) == "" {
				errs.Addf(p.Pos(l.Line), "%s has no alternative text; say what it shows: ![…](%s)", what, l.Dest)
			}
			if l.Holds {
				errs.Addf(p.Pos(l.Line), "%s: another link or a footnote stands in its text; put it beside", what)
			}
		}
		for _, d := range p.Doc.Dangling() {
			errs.Addf(p.Pos(d.Line), "%s", d.Why)
		}
	}
	return errs
}
