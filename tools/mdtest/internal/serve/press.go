package serve

import (
	"errors"
	"slices"
	"sync"
	"sync/atomic"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/disk"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/semantic"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/weave"
)

// press makes pages of the book as it stands: the page of a chapter that was
// saved at once, the others when they are asked for or are on a screen.
type press struct {
	root   string
	cache  string
	assets weave.Site
	stale  atomic.Bool   // something was saved since the book was read
	saved  chan struct{} // … and nobody has looked at it

	// work is held to read, tangle and render; what follows is its.
	work    sync.Mutex
	reader  book.Reader
	tangler tangle.Tangler
	read    *book.Book    // as it was read last
	looked  *weave.Weaver // knows what the names on all pages mean
	sem     *semantic.Checker
	semOf   string // the module that it is for
	looks   int    // how often it was asked

	mu      sync.Mutex // guards what follows
	now     *edition   // the last that could be rendered; nil if none could
	last    map[string]*page
	known   map[string]*page // by version: what browsers may have on screen
	faults  []fault
	told    int // how often the faults have changed
	readers map[*reader]bool
}

// maxKnown is how many pages are kept to tell browsers what has changed.
const maxKnown = 64

func newPress(root, cache string) (*press, error) {
	cache, err := disk.CacheDir(cache)
	if err != nil {
		return nil, err
	}
	assets, err := weave.Assets()
	if err != nil {
		return nil, err
	}
	p := &press{
		root: root, cache: cache, assets: assets, saved: make(chan struct{}, 1), last: map[string]*page{},
		known: map[string]*page{}, readers: map[*reader]bool{},
	}
	p.update()
	return p, nil
}

// update reads the book and shows what has changed: first the page that was
// written on, then what it has changed elsewhere. It returns early if
// something was saved meanwhile.
func (p *press) update() {
	p.stale.Store(false)
	p.work.Lock()
	b, err := p.reader.Load(p.root)
	old := p.read
	p.read = b
	var errs diag.List
	errors.As(err, &errs)
	if len(errs) == 0 {
		for _, file := range p.written(old, b) {
			errs = append(errs, p.quick(b, file)...)
		}
	}
	p.work.Unlock()
	if len(errs) > 0 {
		p.blame(b, errs)
	} else if old != nil && !p.wrong() {
		p.pause()
	}
	if !p.follows(b) {
		return
	}
	p.complete(b, errs)
}

// wrong reports whether a page says that something is wrong.
func (p *press) wrong() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.faults) > 0
}

// written returns the chapters of b that old has otherwise.
func (p *press) written(old, b *book.Book) []string {
	var files []string
	for _, c := range b.Chapters {
		if old != nil && !slices.Contains(old.Chapters, c) {
			files = append(files, c.File)
		}
	}
	return files
}

// quick renders the page of one chapter. Later ones are not looked at again.
func (p *press) quick(b *book.Book, file string) diag.List {
	var errs diag.List
	prog, err := p.tangler.Through(&b.Book, file)
	if errors.As(err, &errs) {
		return errs
	}
	e := &edition{book: b, fresh: map[string]bool{}}
	if e.outs, errs = p.outs(b, prog); len(errs) > 0 {
		return errs
	}
	p.mu.Lock()
	p.now = e
	p.mu.Unlock()
	if _, err := p.render(e, e.outs[file]); err != nil {
		return diag.List{diag.Errorf(diag.Pos{File: file}, "%v", err)}
	}
	return nil
}

// outs returns the file names of a book's pages, and what is wrong with
// them.
func (p *press) outs(b *book.Book, prog *tangle.Program) (map[string]string, diag.List) {
	w, err := weave.New(b, prog)
	var errs diag.List
	if errors.As(err, &errs) {
		return nil, errs
	}
	if err != nil {
		return nil, diag.List{diag.Errorf(diag.Pos{File: book.SummaryFile}, "%v", err)}
	}
	return w.Outs(), nil
}

// follows tangles the rest of the book, chapter by chapter, so that a page
// that is asked for need not wait for all. It reports whether nothing was
// saved meanwhile.
func (p *press) follows(b *book.Book) bool {
	for _, c := range b.Chapters {
		p.work.Lock()
		_, _ = p.tangler.Through(&b.Book, c.File)
		p.work.Unlock()
		if p.stale.Load() {
			return false
		}
	}
	return true
}

// complete finds all that is wrong with the book, and renders the pages that
// are on a screen.
func (p *press) complete(b *book.Book, errs diag.List) {
	e, errs := p.finish(b, errs)
	p.blame(b, errs)
	if e == nil {
		return
	}
	for _, name := range p.onScreen() {
		if p.stale.Load() {
			return
		}
		p.work.Lock()
		if !p.isFresh(e, name) {
			_, _ = p.render(e, name)
		}
		p.work.Unlock()
	}
}

// finish makes the book the one that is shown, if nothing is wrong with it
// beside errs.
func (p *press) finish(b *book.Book, errs diag.List) (*edition, diag.List) {
	p.work.Lock()
	defer p.work.Unlock()
	prog, err := p.tangler.Tangle(&b.Book)
	var more diag.List
	if errors.As(err, &more) || len(errs) > 0 {
		return nil, append(errs, more...)
	}
	outs, errs := p.outs(b, prog)
	if len(errs) > 0 {
		return nil, errs
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.now == nil || p.now.book != b {
		p.now = &edition{book: b, outs: outs, fresh: map[string]bool{}}
	}
	return p.now, nil
}

// render renders a page of an edition, or returns nil if it has no such page.
// Whoever calls it holds work.
func (p *press) render(e *edition, name string) (*page, error) {
	file := ""
	if c := e.chapter(name); c != nil {
		file = c.File
	}
	prog, err := p.tangler.Through(&e.book.Book, file)
	if err != nil {
		return nil, err
	}
	w, err := p.weaver(e.book, prog, name)
	if err != nil {
		return nil, err
	}
	data, err := w.Page(name)
	if data == nil || err != nil {
		return nil, err
	}
	return p.publish(e, name, data), nil
}

// publish shows a page, if it is another than before.
func (p *press) publish(e *edition, name string, data []byte) *page {
	pg := newPage(name, data)
	p.mu.Lock()
	defer p.mu.Unlock()
	e.fresh[name] = true
	if old := p.last[name]; old != nil && old.version == pg.version {
		return old
	}
	p.last[name] = pg
	if len(p.known) >= maxKnown {
		clear(p.known)
	}
	p.known[pg.version] = pg
	p.tell(name)
	return pg
}

func (p *press) isFresh(e *edition, name string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return e.fresh[name]
}

// page returns a page as it stands, or nil if the book has no such page.
// While the book is wrong it is the last that was right.
func (p *press) page(name string) *page {
	p.mu.Lock()
	e, pg := p.now, p.last[name]
	fresh := e != nil && e.fresh[name]
	p.mu.Unlock()
	if fresh || e == nil || !e.has(name) {
		return pg
	}
	p.work.Lock()
	defer p.work.Unlock()
	made, err := p.render(e, name)
	if err != nil {
		return pg
	}
	return made
}

// index is the page that the site begins with.
const index = links.Index
