package book

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"byhand/tools/mdtest/internal/tree"
)

// Drift is a file of code/ that is not what the chapters add up to.
type Drift struct {
	Path string
	Disk []byte // nil if there is none
	Want []byte // nil if there should be none
}

// Diff shows the drift as a unified diff from the file on disk.
func (d Drift) Diff() string {
	from, to := "a/"+d.Path, "b/"+d.Path
	if d.Disk == nil {
		from = os.DevNull
	}
	if d.Want == nil {
		to = os.DevNull
	}
	return udiff.Unified(from, to, string(d.Disk), string(d.Want))
}

// Code compares code/ on disk with the tree t. Drifts come sorted by path.
func (b *Book) Code(t tree.Tree) ([]Drift, error) {
	var out []Drift
	disk := map[string]bool{}
	root := b.path(CodeDir)
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(b.Root, name)
		p := filepath.ToSlash(rel)
		disk[p] = true
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		d := Drift{Path: p, Disk: data}
		if f := t.Get(p); f != nil {
			d.Want = f.Data()
		}
		if d.Want == nil || !bytes.Equal(d.Disk, d.Want) {
			out = append(out, d)
		}
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, p := range codePaths(t) {
		if !disk[p] {
			out = append(out, Drift{Path: p, Want: t.Get(p).Data()})
		}
	}
	slices.SortFunc(out, func(a, b Drift) int { return strings.Compare(a.Path, b.Path) })
	return out, nil
}

func codePaths(t tree.Tree) []string {
	return slices.DeleteFunc(t.Paths(), func(p string) bool {
		return !strings.HasPrefix(p, CodeDir+"/")
	})
}

// WriteCode makes code/ equal to t: it is written beside and renamed, so
// that there is never half of it. Files that are right keep their times.
func (b *Book) WriteCode(t tree.Tree) error {
	tmp, err := os.MkdirTemp(b.Root, ".code-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	fresh, old := filepath.Join(tmp, "new"), filepath.Join(tmp, "old")
	for _, p := range codePaths(t) {
		rel := filepath.FromSlash(strings.TrimPrefix(p, CodeDir+"/"))
		if err := place(filepath.Join(fresh, rel), b.path(p), t.Get(p).Data()); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(fresh, 0o777); err != nil {
		return err
	}
	code := b.path(CodeDir)
	if err := os.Rename(code, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(fresh, code); err != nil {
		_ = os.Rename(old, code)
		return err
	}
	return nil
}

// place writes data to name, as another name of the file old if that holds
// the same already.
func place(name, old string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	if have, err := os.ReadFile(old); err == nil && bytes.Equal(have, data) {
		if os.Link(old, name) == nil {
			return nil
		}
	}
	return os.WriteFile(name, data, 0o666)
}

// WriteTree writes a tree below dir, which must be empty or not exist.
func WriteTree(dir string, t tree.Tree) error {
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) > 0 {
		return &fs.PathError{Op: "write", Path: dir, Err: errors.New("the folder is not empty")}
	}
	for _, p := range t.Paths() {
		name := filepath.Join(dir, filepath.FromSlash(p))
		if err := place(name, "", t.Get(p).Data()); err != nil {
			return err
		}
	}
	return nil
}
