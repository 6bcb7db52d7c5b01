// Package weave renders a tangled book as HTML pages that work from disk:
// no script is needed to read them, and none of them makes a request.
//
// Every listing says where it goes and which of its lines are new. What the
// pages say was checked stands in the book's ledger: nothing is run here.
//
// Non-goals: themes, a server, and Markdown (package markdown renders it,
// and knows what HTML a page may have).
package weave

import (
	"bytes"
	"fmt"
	"html"
	"html/template"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/ledger"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/markdown"
	"byhand/tools/mdtest/internal/tangle"
)

// Site is a rendered book: the contents of its files by their names.
type Site map[string][]byte

// Render renders the book. It returns all that is wrong with the pages, and
// then no site.
func Render(b *book.Book, p *tangle.Program, opts ...Option) (Site, error) {
	w, err := newWeaver(b, p, opts...)
	if err != nil {
		return nil, err
	}
	return w.site()
}

// site renders all there is.
func (w *weaver) site() (Site, error) {
	w.names.understood()
	site := Site{}
	if err := site.addAssets(); err != nil {
		return nil, err
	}
	if err := w.pages(site); err != nil {
		return nil, err
	}
	if err := w.writeNames(site); err != nil {
		return nil, err
	}
	if err := w.addPictures(site); err != nil {
		return nil, err
	}
	w.addViews(site)
	return site, w.addSearch(site)
}

// newWeaver checks the pages.
func newWeaver(b *book.Book, p *tangle.Program, opts ...Option) (*weaver, error) {
	w, errs := draft(b, p, opts...)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return w, nil
}

// draft returns all that is wrong with the pages. Even so, what they show
// would be nothing but text.
func draft(b *book.Book, p *tangle.Program, opts ...Option) (*weaver, diag.List) {
	r, errs := links.New(b)
	errs = append(errs, r.Check()...)
	for _, page := range r.Pages {
		errs = append(errs, faults(page)...)
	}
	w := &weaver{book: b, links: r, program: p, lines: lineCache{}, chapters: map[string]*tangle.Chapter{}}
	for _, opt := range opts {
		opt(w)
	}
	for _, c := range p.Chapters {
		w.chapters[c.File] = c
	}
	return w, errs
}

type weaver struct {
	book     *book.Book
	links    *links.Resolver
	program  *tangle.Program
	lines    lineCache
	versions versions
	ledger   *ledger.Ledger             // nil knows nothing
	chapters map[string]*tangle.Chapter // by file
	commits  map[string]string          // hashes, by tag
	names    *names                     // nil knows nothing
	bare     bool                       // without what is there to be clicked: see Bodies
	pictures map[string]bool            // files that the pages have shown as images
}

func (w *weaver) pages(site Site) error {
	var err error
	if site[links.Index], err = w.layout(nil, ""); err != nil {
		return err
	}
	for _, p := range w.links.Pages {
		body, err := w.body(p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.File, err)
		}
		if site[p.Out], err = w.layout(p, body); err != nil {
			return fmt.Errorf("%s: %w", p.File, err)
		}
	}
	return nil
}

// body renders what stands on a page.
func (w *weaver) body(p *links.Page) (template.HTML, error) {
	pg := w.open(p)
	var out bytes.Buffer
	err := p.Doc.HTML(&out, markdown.Hooks{
		Fence: pg.fence, Link: pg.link, Heading: pg.heading, Math: mathHTML, Code: pg.code,
	})
	out.WriteString(pg.ends[0])
	return template.HTML(out.String()), err
}

// open puts a page together with what its chapter says of it.
func (w *weaver) open(p *links.Page) *page {
	pg := &page{
		weaver: w, Page: p,
		blocks: map[*markdown.Fence]*chapter.Block{},
		ids:    map[*chapter.Block]string{},
		placed: map[*chapter.Block]*tangle.Placement{},
		checks: map[*chapter.Block][]*tangle.Check{},
		proofs: map[int]*tangle.Check{},
		steps:  w.tags(p),
	}
	if !w.bare {
		pg.ends = w.stepEnds(p)
	}
	if c := w.chapters[p.File]; c != nil {
		pg.take(c)
	}
	return pg
}

// page is a page in the making.
type page struct {
	*weaver
	*links.Page
	blocks   map[*markdown.Fence]*chapter.Block
	ids      map[*chapter.Block]string
	placed   map[*chapter.Block]*tangle.Placement
	checks   map[*chapter.Block][]*tangle.Check
	proofs   map[int]*tangle.Check // of steps, by the line of the heading
	steps    map[int]string        // tags, by the line of the heading
	mentions map[mentionKey]bool   // names in the prose that have been links
	ends     map[int]string        // what stands at the end of a step: see stepEnds
}

func (p *page) take(c *tangle.Chapter) {
	for _, b := range c.Blocks {
		p.blocks[b.Fence] = b
	}
	for _, s := range c.Sections {
		for i, b := range s.Blocks {
			p.ids[b] = s.BlockID(i)
		}
		for _, c := range s.Checks {
			if c.Block != nil {
				p.checks[c.Block] = append(p.checks[c.Block], c)
			} else {
				p.proofs[s.Line] = c
			}
		}
		for b, pl := range s.Placed {
			p.placed[b] = pl
		}
	}
}

// link resolves a link. Those that lead nowhere have been complained of.
func (p *page) link(dest string, image bool) string {
	to, err := p.weaver.links.Resolve(p.Page, dest, image)
	switch {
	case err != nil:
		return ""
	case image && !p.bare:
		return p.picture(p.weaver.links.Picture(p.Page, dest))
	}
	return to
}

// heading puts a step's tag above its heading, and a link to the heading
// at its end.
func (p *page) heading(h *markdown.Heading) (before, end string) {
	before = p.ends[h.Line]
	if tag := p.steps[h.Line]; tag != "" {
		before += `<p class="tag">` + html.EscapeString(tag) + p.commit(tag) + "</p>\n" + p.mark(p.proofs[h.Line]).html("p")
	}
	if h.Level > 1 && h.ID != "" && !p.bare {
		id := html.EscapeString(h.ID)
		end = ` <a class="anchor" href="#` + id + `" aria-label="Link to this section">#</a>`
	}
	return before, end
}

// commit returns the short hash of the commit that a step's tag is on.
func (p *page) commit(tag string) string {
	hash := p.commits[tag]
	if hash == "" {
		return ""
	}
	return ` <span class="commit" title="the commit that mdtest tags makes of this step">` + html.EscapeString(hash[:min(len(hash), 10)]) + "</span>"
}

// fence renders a block. Pages without code have blocks that only show.
func (p *page) fence(f *markdown.Fence) string {
	if b := p.blocks[f]; b != nil {
		return p.block(b)
	}
	info, _ := chapter.ParseInfo(f.Info)
	return p.plain(&chapter.Block{Fence: f, Info: info}, nil)
}
