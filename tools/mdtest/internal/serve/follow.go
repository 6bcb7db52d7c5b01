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
	p.update() // what was saved before there was anybody to notice
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-w.Errors:
			if err == nil {
				return nil
			}
			p.stale.Store(true) // events were lost: read all of it
		case e := <-w.Events:
			if !p.counts(e) {
				continue
			}
			p.stale.Store(true)
		}
		p.settle(ctx, w)
		for p.stale.Load() && ctx.Err() == nil {
			p.update()
			p.settle(ctx, w)
		}
		p.watch(w)
	}
}

// settle waits until nothing happens any more, or until it has gone on for
// long.
func (p *press) settle(ctx context.Context, w *fsnotify.Watcher) {
	enough := time.After(20 * quiet)
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-w.Events:
			if p.counts(e) {
				p.stale.Store(true)
			}
		case <-time.After(quiet):
			return
		case <-enough:
			return
		}
	}
}

// counts reports whether an event is about what the book is made of.
func (p *press) counts(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
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

// watch watches the folders that the book is read from. Those that are
// watched already stay so.
func (p *press) watch(w *fsnotify.Watcher) {
	_ = w.Add(p.root)
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
