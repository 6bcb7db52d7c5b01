// Package volume makes one thing of a book's pages, for paper and for
// e-readers: trees of elements that need no script, in which no two ids
// are equal and every link stays in the volume or leads out into the world.
//
// Non-goals: what the volume looks like. Package epub packs it, package
// pdf prints it.
package volume

import (
	"crypto/sha1"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/markdown"
	"byhand/tools/mdtest/internal/weave"
)

// Language is what books are written in.
const Language = "en"

// Volume is a book in one piece.
type Volume struct {
	Title  string
	Name   string // of its file, less the ending
	ID     string // the same for every edition of the book
	Parts  []Part
	Pages  []*Page
	Images []*Image
}

// Part is a run of entries below one heading of the summary.
type Part struct {
	Title   string // or empty
	Entries []Entry
}

// Written reports whether any of the part's pages is.
func (p Part) Written() bool {
	return slices.ContainsFunc(p.Entries, func(e Entry) bool { return e.Page != nil })
}

// Entry is a line of the contents.
type Entry struct {
	Title string
	Page  *Page // nil if it is not written yet
}

// Page is a chapter, or another page of the book.
type Page struct {
	Title    string
	Part     string
	Stem     string // of its file
	ID       string // anchor of its beginning
	Nodes    []*html.Node
	Sections []Section
	from     *links.Page
	ids      map[string]string // anchors of the volume by those of the page
}

// Section is a heading of the second level.
type Section struct{ ID, Title string }

// Places says where things are in the finished volume.
type Places struct {
	// Page returns the link to an anchor on a page; to the list of contents
	// for no page.
	Page func(p *Page, id string) string
	// Image returns the address of an image.
	Image func(*Image) string
}

// New binds the pages of a book.
func New(b *book.Book, bodies []weave.Body, at Places) (*Volume, error) {
	v := &Volume{
		Title: b.Summary.Title,
		Name:  Identifier(markdown.Slug(b.Summary.Title)),
		ID:    uuid(b.Module + "\n" + b.Summary.Title),
	}
	if v.Name == "" {
		v.Name = "book"
	}
	if len(bodies) == 0 {
		return nil, errEmpty
	}
	ids := anchors{}
	byFile, byOut := map[string]*Page{}, map[string]*Page{}
	for _, body := range bodies {
		p, err := newPage(body, ids)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", body.File, err)
		}
		byFile[body.File], byOut[body.Out] = p, p
		v.Pages = append(v.Pages, p)
	}
	v.contents(b.Summary, byFile)
	r := &rewriter{at: at, root: b.Root, pages: byOut, images: map[string]*Image{}}
	for _, p := range v.Pages {
		r.page = p
		for _, n := range p.Nodes {
			if err := r.links(n); err != nil {
				return nil, err
			}
		}
	}
	v.Images = r.order
	return v, nil
}

var errEmpty = errors.New("no page of the book is written yet")

func newPage(body weave.Body, ids anchors) (*Page, error) {
	nodes, err := parse(body.HTML)
	if err != nil {
		return nil, err
	}
	p := &Page{
		Title: body.Title, Part: body.Part,
		Stem: strings.TrimSuffix(body.Out, ".html"),
		from: body.Page,
		ids:  map[string]string{},
	}
	p.ID = ids.add("p-" + Identifier(p.Stem))
	for _, n := range nodes {
		if isControl(n) {
			continue
		}
		clean(n)
		p.Nodes = append(p.Nodes, n)
	}
	for _, n := range p.Nodes {
		p.name(n, ids)
	}
	return p, nil
}

func parse(body string) ([]*html.Node, error) {
	return html.ParseFragment(strings.NewReader(body), Element(atom.Article, ""))
}

// name gives the elements below n their anchors in the volume.
func (p *Page) name(n *html.Node, ids anchors) {
	if id := Attr(n, "id"); id != "" {
		name := ids.add(p.ID + "." + Identifier(id))
		if p.ids[id] == "" {
			p.ids[id] = name
		}
		Set(n, "id", name)
	}
	if n.DataAtom == atom.H2 && Attr(n, "id") != "" {
		p.Sections = append(p.Sections, Section{Attr(n, "id"), strings.TrimSpace(Text(n))})
	}
	for c := range n.ChildNodes() {
		p.name(c, ids)
	}
}

// anchors are those of the volume so far.
type anchors map[string]bool

// add makes an anchor of a name, with a number where it has one already.
func (a anchors) add(name string) string {
	id := name
	for i := 2; a[id]; i++ {
		id = fmt.Sprintf("%s.%d", name, i)
	}
	a[id] = true
	return id
}

func (v *Volume) contents(s *book.Summary, pages map[string]*Page) {
	for i, e := range s.Entries {
		if i == 0 || e.Part != s.Entries[i-1].Part {
			v.Parts = append(v.Parts, Part{Title: e.Part})
		}
		last := &v.Parts[len(v.Parts)-1]
		last.Entries = append(last.Entries, Entry{e.Title, pages[e.File]})
	}
}

// Identifier makes an anchor or a file name of plain letters, digits,
// hyphens and underscores of any text.
func Identifier(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '-' || r == '_' || r >= '0' && r <= '9' || r|32 >= 'a' && r|32 <= 'z':
			b.WriteRune(r)
		case r < 0x80:
			b.WriteByte('.')
		default:
			fmt.Fprintf(&b, "u%x", r)
		}
	}
	return b.String()
}

// uuid returns a name-based UUID (RFC 9562, version 5, namespace of URLs).
func uuid(name string) string {
	const urls = "\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8"
	h := sha1.Sum([]byte(urls + name))
	h[6] = h[6]&0x0f | 0x50
	h[8] = h[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16])
}
