package serve

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/ledger"
)

// quiet is how long nothing must happen to a file before it is read:
// editors empty a file, write it, rename it.
const quiet = 4 * time.Millisecond

// follow updates the pages whenever something is saved, until ctx ends.
func (p *press) follow(ctx context.Context) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer w.Close()
	p.watch(w)
	go p.listen(w)
	p.update() // what was saved before there was anybody to notice
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-p.saved:
			p.settle()
			p.update()
			p.watch(w)
		}
	}
}

// listen notes that something was saved, until the watcher is closed.
func (p *press) listen(w *fsnotify.Watcher) {
	for {
		select {
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if !p.counts(e) {
				continue
			}
		case _, ok := <-w.Errors:
			if !ok {
				return
			}
			// Events were lost: whatever it was, it is read.
		}
		p.stale.Store(true)
		select {
		case p.saved <- struct{}{}:
		default:
		}
	}
}

// settle waits until nothing happens any more, or until it has gone on for
// long.
func (p *press) settle() {
	enough := time.After(20 * quiet)
	for {
		select {
		case <-p.saved:
		case <-time.After(quiet):
			return
		case <-enough:
			return
		}
	}
}

// pause lets whoever writes go on writing.
func (p *press) pause() {
	select {
	case <-p.saved:
		select {
		case p.saved <- struct{}{}: // not ours to take
		default:
		}
	case <-time.After(40 * quiet):
	}
}

// counts reports whether an event is about what the book is made of.
func (p *press) counts(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	if e.Name == ledger.File(p.cache, p.root) {
		return true
	}
	rel, err := filepath.Rel(p.root, e.Name)
	if err != nil {
		return false
	}
	rel = filepath.ToSlash(rel)
	if !strings.Contains(rel, "/") {
		return rel == "go.mod" || rel == "go.sum"
	}
	return rel != book.SiteDir && !strings.HasPrefix(rel, book.SiteDir+"/")
}

// watch watches the folders that the book is read from, and the one that a
// test writes its findings to. Those that are watched already stay so.
func (p *press) watch(w *fsnotify.Watcher) {
	_ = w.Add(p.root)
	found := filepath.Dir(ledger.File(p.cache, p.root))
	if os.MkdirAll(found, 0o777) == nil {
		_ = w.Add(found)
	}
	for _, dir := range []string{book.ChapterDir, path.Dir(book.SummaryFile)} {
		_ = filepath.WalkDir(filepath.Join(p.root, dir), func(name string, e fs.DirEntry, err error) error {
			if err != nil || !e.IsDir() {
				return nil
			}
			if name == filepath.Join(p.root, filepath.FromSlash(book.SiteDir)) {
				return fs.SkipDir
			}
			_ = w.Add(name)
			return nil
		})
	}
	p.work.Lock()
	defer p.work.Unlock()
	if p.read == nil || p.read.Summary == nil {
		return
	}
	for _, e := range p.read.Summary.Entries {
		dir := filepath.Join(p.root, filepath.FromSlash(path.Dir(e.File)))
		if _, err := os.Stat(dir); err == nil && e.File != "" {
			_ = w.Add(dir)
		}
	}
}
