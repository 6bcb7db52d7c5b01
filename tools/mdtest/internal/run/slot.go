package run

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"

	"byhand/tools/mdtest/internal/tree"
)

// slot is a folder in which commands run, one block at a time. Its path is
// the same in every run, so that Go's own cache knows the packages in it.
//
//	slot/tree   the tree
//	slot/home   $HOME
//	slot/tmp    $TMPDIR
type slot struct {
	dir    string
	n      int
	unlock func()
}

// pool is the slots of a kind, by their numbers. Other runs of mdtest have
// the same: so nobody holds one for longer than a block, nor waits for a
// second.
type pool struct {
	path string // of a slot, but for its number
	free chan int
}

func newPool(cache, kind string, size int) *pool {
	p := &pool{path: filepath.Join(cache, kind), free: make(chan int, size)}
	for i := range size {
		p.free <- i + 1
	}
	return p
}

// lease waits for a slot.
func (p *pool) lease(ctx context.Context) (*slot, error) {
	type opened struct {
		s   *slot
		err error
	}
	var n int
	select {
	case n = <-p.free:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	done := make(chan opened, 1)
	go func() {
		s, err := openSlot(p.path, n)
		done <- opened{s, err}
	}()
	select {
	case o := <-done:
		if o.err != nil {
			p.free <- n
		}
		return o.s, o.err
	case <-ctx.Done():
		go func() { // the lock can't be waited for less
			if o := <-done; o.err == nil {
				o.s.unlock()
			}
			p.free <- n
		}()
		return nil, ctx.Err()
	}
}

func (p *pool) release(s *slot) {
	s.unlock()
	p.free <- s.n
}

func openSlot(path string, n int) (*slot, error) {
	s := &slot{dir: fmt.Sprintf("%s-%d", path, n), n: n}
	for _, d := range []string{"tree", "home", "tmp"} {
		if err := os.MkdirAll(filepath.Join(s.dir, d), 0o777); err != nil {
			return nil, err
		}
	}
	unlock, err := lockedfile.MutexAt(s.dir + ".lock").Lock()
	s.unlock = unlock
	return s, err
}

func (s *slot) tree() string { return filepath.Join(s.dir, "tree") }

// fill makes the slot's tree equal to t: nothing left over, nothing touched
// that is right already.
func (s *slot) fill(t tree.Tree) error {
	for _, d := range []string{"home", "tmp"} {
		if err := empty(filepath.Join(s.dir, d)); err != nil {
			return err
		}
	}
	if err := s.prune(t); err != nil {
		return err
	}
	for _, p := range t.Paths() {
		name := filepath.Join(s.tree(), filepath.FromSlash(p))
		data := t.Get(p).Data()
		if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// prune removes what t does not have, and what is no plain file.
func (s *slot) prune(t tree.Tree) error {
	dirs := map[string]bool{".": true}
	for _, p := range t.Paths() {
		for d := filepath.Dir(p); d != "."; d = filepath.Dir(d) {
			dirs[filepath.ToSlash(d)] = true
		}
	}
	return filepath.WalkDir(s.tree(), func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(s.tree(), name)
		rel = filepath.ToSlash(rel)
		if e.IsDir() && dirs[rel] || e.Type().IsRegular() && t.Get(rel) != nil {
			return nil
		}
		if err := os.RemoveAll(name); err != nil {
			return err
		}
		if e.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
}

func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return err
}

// strays returns what a command left outside of its tree, where it can be
// seen: beside the tree and in the home folder.
func (s *slot) strays() []string {
	var out []string
	known := []string{"tree", "home", "tmp"}
	for _, dir := range []string{s.dir, filepath.Join(s.dir, "home")} {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			hidden := strings.HasPrefix(e.Name(), ".") && dir != s.dir
			if !slices.Contains(known, e.Name()) && !hidden {
				out = append(out, filepath.Join(dir, e.Name()))
			}
		}
	}
	for _, name := range out {
		os.RemoveAll(name)
	}
	return out
}

// relative rewrites the slot's paths as the tree's own.
func (s *slot) relative(text string) string {
	text = strings.ReplaceAll(text, s.tree()+string(filepath.Separator), "")
	text = strings.ReplaceAll(text, s.tree(), ".")
	text = strings.ReplaceAll(text, filepath.Join(s.dir, "tmp"), "$TMPDIR")
	return strings.ReplaceAll(text, filepath.Join(s.dir, "home"), "$HOME")
}

// env is what is different for each slot.
func (s *slot) env() []string {
	return []string{
		"HOME=" + filepath.Join(s.dir, "home"),
		"XDG_CONFIG_HOME=" + filepath.Join(s.dir, "home", ".config"),
		"TMPDIR=" + filepath.Join(s.dir, "tmp"),
	}
}
