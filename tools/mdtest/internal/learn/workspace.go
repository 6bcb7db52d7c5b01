package learn

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/disk"
	"byhand/tools/mdtest/internal/tree"
)

// Workspace is a reader's module.
type Workspace struct {
	Dir   string
	State *State
}

// Open finds the workspace that dir is in.
func Open(dir string) (*Workspace, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	for d := abs; ; d = filepath.Dir(d) {
		if _, err := os.Stat(filepath.Join(d, StateFile)); err == nil {
			s, err := readState(d)
			if err != nil {
				return nil, err
			}
			return &Workspace{Dir: d, State: s.fill()}, nil
		}
		if d == filepath.Dir(d) {
			_, err := readState(abs)
			return nil, err
		}
	}
}

// IsNone reports whether Open found no workspace.
func IsNone(err error) bool { return errors.Is(err, errNoWorkspace) }

// Create makes dir a workspace of the book at root that starts with lesson
// l. A folder that holds something else is refused.
func Create(dir, root string, l *Lesson) (*Workspace, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if len(entries) > 0 {
		return nil, fmt.Errorf("%s is not empty and not a workspace; choose another folder", dir)
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	w := &Workspace{Dir: dir, State: newState(root, l.Name)}
	if err := w.State.write(dir); err != nil {
		return nil, err
	}
	return w, nil
}

// Moved says what Begin did to the workspace.
type Moved struct {
	Added   []string // files that are new here
	Kept    []string // files that the reader has changed, so that they stay
	Removed []string // tests that the book no longer has
}

// Begin makes l the lesson at hand: it adds the lesson's tests, and the
// program before it as far as the workspace has nothing in its folders.
// What the reader wrote or changed stays as it is.
func (w *Workspace) Begin(l *Lesson, root string) (*Moved, error) {
	m := &Moved{}
	mine, err := w.Read()
	if err != nil {
		return nil, err
	}
	own := map[string]bool{} // folders with a program in them
	for _, p := range mine.Paths() {
		if !IsTest(p) {
			own[path.Dir(p)] = true
		}
	}
	err = w.Update(func(s *State) error {
		s.At, s.Book = l.Name, root
		for _, p := range l.Tested.Paths() {
			if !IsTest(p) && own[path.Dir(p)] {
				continue
			}
			if err := w.give(s, m, l.Tested.Get(p)); err != nil {
				return err
			}
		}
		return w.take(s, m, l.Tested)
	})
	return m, err
}

// give puts a file of the book here unless the reader has one of his own.
func (w *Workspace) give(s *State, m *Moved, f *tree.File) error {
	name := w.path(f.Path)
	have, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		m.Added = append(m.Added, f.Path)
	case err != nil:
		return err
	case string(have) == string(f.Data()):
		if IsTest(f.Path) {
			s.Given[f.Path] = f.Hash()
		}
		return nil
	case !IsTest(f.Path):
		return nil // the reader's own program
	case hash(have) != s.Given[f.Path]:
		m.Kept = append(m.Kept, f.Path)
		return nil
	default:
		m.Added = append(m.Added, f.Path)
	}
	if IsTest(f.Path) {
		s.Given[f.Path] = f.Hash()
	}
	return w.write(f)
}

// take removes the tests that the book gave and no longer has.
func (w *Workspace) take(s *State, m *Moved, t tree.Tree) error {
	for p, sum := range s.Given {
		if t.Get(p) != nil {
			continue
		}
		delete(s.Given, p)
		have, err := os.ReadFile(w.path(p))
		if err == nil && hash(have) == sum {
			err = os.Remove(w.path(p))
			m.Removed = append(m.Removed, p)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	slices.Sort(m.Removed)
	return nil
}

// Gave notes that a file stands here as the book has it: the next step's may
// take its place.
func (w *Workspace) Gave(f *tree.File) error {
	if !IsTest(f.Path) {
		return nil
	}
	return w.Update(func(s *State) error {
		s.Given[f.Path] = f.Hash()
		return nil
	})
}

func (w *Workspace) write(f *tree.File) error {
	name := w.path(f.Path)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return disk.WriteFile(name, f.Data())
}

func (w *Workspace) path(p string) string { return filepath.Join(w.Dir, filepath.FromSlash(p)) }

func hash(data []byte) string {
	return tree.NewFile("", tree.NewText(string(data), diag.Pos{})).Hash()
}

// Pass notes that the lesson is passed.
func (w *Workspace) Pass(l *Lesson, now time.Time) error {
	return w.Update(func(s *State) error {
		if s.Passed[l.Name] == "" {
			s.Passed[l.Name] = now.Format(time.DateOnly)
		}
		return nil
	})
}

// maxFile is how large a file of the reader's may be, in bytes.
const maxFile = 4 << 20

// Read returns the reader's program: what stands in code/, each line with
// its place. Hidden files, links to folders below code/ and what is no plain
// file do not count, nor does what goes away while it is read.
func (w *Workspace) Read() (tree.Tree, error) {
	var t tree.Tree
	root, err := filepath.EvalSymlinks(w.path(book.CodeDir))
	if errors.Is(err, fs.ErrNotExist) {
		return t, nil
	}
	if err != nil {
		return t, err
	}
	err = filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		hidden := err == nil && name != root && strings.HasPrefix(e.Name(), ".")
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case hidden && e.IsDir():
			return filepath.SkipDir
		case hidden || e.IsDir():
			return nil
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		f, err := readFile(name, path.Join(book.CodeDir, filepath.ToSlash(rel)))
		if f != nil {
			t = t.With(f)
		}
		return err
	})
	return t, err
}

// readFile reads a file of the reader's, whose path in the tree is p; nil if
// it is no plain file, or none any more.
func readFile(name, p string) (*tree.File, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && !info.Mode().IsRegular():
		return nil, nil
	case err == nil && info.Size() > maxFile:
		err = fmt.Errorf("%s: %d bytes; a file in %s/ may have %d: move it away", p, info.Size(), book.CodeDir, maxFile)
	}
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return tree.NewFile(p, tree.NewText(string(data), diag.Pos{File: p, Line: 1})), nil
}
