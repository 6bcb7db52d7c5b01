package serve

import (
	"errors"
	"slices"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/ledger"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/weave"
)

// edition is a book that could be rendered, and what has been of it.
type edition struct {
	book   *book.Book
	outs   map[string]string // file names of pages by those of the book
	weaver *weave.Weaver     // of work
	whole  bool              // the weaver knows all chapters; of work
	fresh  map[string]bool   // the pages of last that are of this edition
	site   weave.Site        // everything, once it was asked for; of work
}

// makeWhole has the edition's weaver know all chapters.
func (p *press) makeWhole(e *edition) bool {
	if e.whole {
		return true
	}
	prog, err := p.tangler.Tangle(&e.book.Book)
	if err != nil {
		return false
	}
	w, err := weave.New(e.book, prog, p.checked(e.book))
	if err != nil {
		return false
	}
	e.weaver, e.whole = w, true
	return true
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
		if e.site, err = weave.Render(e.book, prog, p.checked(e.book)); err != nil {
			return nil
		}
	}
	return e.site[name]
}

// checked has the pages say what the last test has found out.
func (p *press) checked(b *book.Book) weave.Option {
	return weave.Checked(ledger.Open(p.cache, b.Root, b.Module))
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
	for _, c := range e.book.Chapters {
		if e.outs[c.File] != out {
			continue
		}
		p.work.Lock()
		defer p.work.Unlock()
		prog, err := p.tangler.Through(&e.book.Book, c.File)
		if err != nil {
			return nil, nil, err
		}
		return e.book, prog.Chapters[slices.Index(e.book.Chapters, c)], nil
	}
	return nil, nil, errNoChapter
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
				return weave.BlockID(s, j)
			}
		}
		return s.ID
	}
	return ""
}
