package serve

import (
	"errors"
	"go/token"
	"slices"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/compiled"
	"byhand/tools/mdtest/internal/ledger"
	"byhand/tools/mdtest/internal/semantic"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/weave"
)

// edition is a book that could be rendered, and what has been of it.
type edition struct {
	book  *book.Book
	outs  map[string]string // file names of pages by those of the book
	fresh map[string]bool   // the pages of press.last that are of this edition
	site  weave.Site        // everything, once it was asked for; of work
}

// chapter returns the chapter that a page shows, or nil.
func (e *edition) chapter(out string) *chapter.Chapter {
	for _, c := range e.book.Chapters {
		if e.outs[c.File] == out {
			return c
		}
	}
	return nil
}

// has reports whether there is a page of that file name.
func (e *edition) has(out string) bool {
	for _, o := range e.outs {
		if o == out {
			return true
		}
	}
	return out == index
}

// weaver returns what renders a page of b: its listings are looked at, those
// of other pages are as they were looked at last. Whoever calls it holds
// work.
func (p *press) weaver(b *book.Book, prog *tangle.Program, out string) (*weave.Weaver, error) {
	opts := []weave.Option{p.checked(b)}
	if p.looks++; p.looked == nil || p.looks > maxLooks {
		opts = append(opts, p.named(b))
	} else {
		opts = append(opts, weave.NamedAs(p.looked, out))
	}
	w, err := weave.New(b, prog, opts...)
	if err == nil {
		p.looked = w
	}
	return w, err
}

// checked has the pages say what the last test has found out.
func (p *press) checked(b *book.Book) weave.Option {
	return weave.Checked(ledger.Open(p.cache, b.Root, b.Module))
}

// maxLooks is how often pages are looked at before what is known of names is
// forgotten: it grows with every edit of a listing.
const maxLooks = 500

// named lets the names in the code of all pages lead to where they are
// defined. The hashes of the steps' commits are left out: they change with
// every edit.
func (p *press) named(b *book.Book) weave.Option {
	if p.looks > maxLooks || p.sem == nil || p.semOf != b.Module {
		fset := token.NewFileSet()
		p.sem = semantic.New(b.Module, fset, compiled.New(fset, b.Root, p.cache))
		p.semOf, p.looks = b.Module, 0
	}
	return weave.Named(p.sem)
}

// file returns a file of the site that is no page of the summary, or nil.
func (p *press) file(name string) []byte {
	if data := p.assets[name]; data != nil {
		return data
	}
	p.mu.Lock()
	e := p.now
	p.mu.Unlock()
	if e == nil {
		return nil
	}
	p.work.Lock()
	defer p.work.Unlock()
	if e.site == nil {
		prog, err := p.tangler.Tangle(&e.book.Book)
		if err != nil {
			return nil
		}
		if e.site, err = weave.Render(e.book, prog, p.checked(e.book), p.named(e.book)); err != nil {
			return nil
		}
	}
	return e.site[name]
}

// errNoChapter says that a page has no code.
var errNoChapter = errors.New("this page is not one of a chapter")

// chapter returns the book and the chapter that a page shows, tangled.
func (p *press) chapter(out string) (*book.Book, *tangle.Chapter, error) {
	p.mu.Lock()
	e := p.now
	p.mu.Unlock()
	if e == nil {
		return nil, nil, errNoChapter
	}
	c := e.chapter(out)
	if c == nil {
		return nil, nil, errNoChapter
	}
	p.work.Lock()
	defer p.work.Unlock()
	prog, err := p.tangler.Through(&e.book.Book, c.File)
	if err != nil {
		return nil, nil, err
	}
	return e.book, prog.Chapters[slices.Index(e.book.Chapters, c)], nil
}

// blockAt returns the anchor of the block or the section that holds a line
// of a chapter, or "".
func blockAt(c *chapter.Chapter, line int) string {
	for i := len(c.Sections) - 1; i >= 0; i-- {
		s := c.Sections[i]
		if s.Line > line {
			continue
		}
		for j, b := range s.Blocks {
			if b.Line <= line && line <= b.Last {
				return s.BlockID(j)
			}
		}
		return s.ID
	}
	return ""
}
