package weave

import (
	"fmt"
	"strings"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/tangle"
)

// Weaver renders single pages of one state of a book.
type Weaver = weaver

// New checks the pages, as Render does. Of the program, the chapters up to
// those that will be asked for are enough.
func New(b *book.Book, p *tangle.Program, opts ...Option) (*Weaver, error) {
	return newWeaver(b, p, opts...)
}

// Page renders the page with that file name, or returns nil if the book has
// no such page. Whoever calls Page takes turns.
func (w *weaver) Page(out string) ([]byte, error) {
	if out == links.Index {
		return w.layout(nil, "")
	}
	for _, p := range w.links.Pages {
		if p.Out != out {
			continue
		}
		body, err := w.body(p)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.File, err)
		}
		return w.layout(p, body)
	}
	return w.leaf(out), nil
}

// leaf renders the page of a file or a tree, or returns nil.
func (w *weaver) leaf(out string) []byte {
	for _, s := range w.program.Steps() {
		if treeName(s) == out {
			return w.treePage(s)
		}
	}
	if strings.HasPrefix(out, "files/") {
		if v := w.named(out); v != nil {
			return w.filePage(v)
		}
	}
	return nil
}

// Outs returns the file names of the pages by the files of the book that
// they show.
func (w *weaver) Outs() map[string]string {
	outs := map[string]string{}
	for _, p := range w.links.Pages {
		outs[p.File] = p.Out
	}
	return outs
}

// Assets returns the files that are the same for every book.
func Assets() (Site, error) {
	site := Site{}
	return site, site.addAssets()
}
