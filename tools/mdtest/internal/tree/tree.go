// Package tree holds the reader's files as they stand at one point of the
// book. Trees and files never change; an edit makes a new one that shares
// all it did not touch.
package tree

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"byhand/tools/mdtest/internal/diag"
)

// File is one file. It must not be changed or copied.
type File struct {
	Path string
	Text Text

	once sync.Once
	data []byte
	hash string
}

// NewFile returns the file that holds t.
func NewFile(path string, t Text) *File { return &File{Path: path, Text: t} }

// Data returns the file's bytes. The caller must not change them.
func (f *File) Data() []byte {
	f.once.Do(f.render)
	return f.data
}

// Hash returns a hash of the file's bytes.
func (f *File) Hash() string {
	f.once.Do(f.render)
	return f.hash
}

func (f *File) render() {
	f.data = []byte(f.Text.String())
	sum := sha256.Sum256(f.data)
	f.hash = hex.EncodeToString(sum[:16])
}

// Tree is a set of files. The zero value is empty.
type Tree struct {
	files map[string]*File
	sum   *sum // nil for the empty tree
}

// sum remembers the hash of a tree, which is asked for often.
type sum struct {
	once sync.Once
	hash string
}

func of(files map[string]*File) Tree { return Tree{files, &sum{}} }

// Get returns the file at path, or nil.
func (t Tree) Get(path string) *File { return t.files[path] }

// Len returns the number of files.
func (t Tree) Len() int { return len(t.files) }

// Paths returns the paths of all files, sorted.
func (t Tree) Paths() []string {
	return slices.Sorted(maps.Keys(t.files))
}

// Dir returns the files of one folder, sorted.
func (t Tree) Dir(dir string) []*File {
	var files []*File
	for p, f := range t.files {
		if path.Dir(p) == dir {
			files = append(files, f)
		}
	}
	slices.SortFunc(files, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	return files
}

// With returns the tree with f in the place of whatever stood at its path.
func (t Tree) With(f *File) Tree {
	files := make(map[string]*File, len(t.files)+1)
	maps.Copy(files, t.files)
	files[f.Path] = f
	return of(files)
}

// Without returns the tree less the file at path.
func (t Tree) Without(path string) Tree {
	return t.Filter(func(f *File) bool { return f.Path != path })
}

// Filter returns the tree of the files that keep accepts.
func (t Tree) Filter(keep func(*File) bool) Tree {
	files := make(map[string]*File, len(t.files))
	for p, f := range t.files {
		if keep(f) {
			files[p] = f
		}
	}
	return of(files)
}

// Hash returns a hash of all paths and contents.
func (t Tree) Hash() string {
	if t.sum == nil {
		return t.digest()
	}
	t.sum.once.Do(func() { t.sum.hash = t.digest() })
	return t.sum.hash
}

func (t Tree) digest() string {
	h := sha256.New()
	for _, p := range t.Paths() {
		h.Write([]byte(p + "\x00" + t.files[p].Hash() + "\x00"))
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// Clash returns the path of a file that can't stand beside p: one of the
// two is a folder of the other, or they, or folders of theirs, differ in
// case alone. It returns "" if there is none.
func (t Tree) Clash(p string) string {
	for _, q := range t.Paths() {
		if q != p && clash(strings.Split(p, "/"), strings.Split(q, "/")) {
			return q
		}
	}
	return ""
}

func clash(p, q []string) bool {
	for i := range min(len(p), len(q)) {
		switch {
		case p[i] == q[i]:
		case strings.EqualFold(p[i], q[i]):
			return true
		default:
			return false
		}
	}
	return true
}

// Changed returns the paths that differ between t and u, sorted.
func (t Tree) Changed(u Tree) []string {
	var paths []string
	for p, f := range t.files {
		if g := u.files[p]; g != f && (g == nil || g.Hash() != f.Hash()) {
			paths = append(paths, p)
		}
	}
	for p := range u.files {
		if t.files[p] == nil {
			paths = append(paths, p)
		}
	}
	slices.Sort(paths)
	return paths
}

// Text is lines, each with the place in the book that it came from.
type Text struct {
	Lines []string
	From  []diag.Pos
}

// NewText splits s, whose first line stands at pos. A newline at the end
// is not a line of its own.
func NewText(s string, pos diag.Pos) Text {
	var t Text
	if s == "" {
		return t
	}
	for i, line := range strings.Split(strings.TrimSuffix(s, "\n"), "\n") {
		p := pos
		if p.Line > 0 {
			p.Line += i
		}
		t.Add(line, p)
	}
	return t
}

// Add appends a line.
func (t *Text) Add(line string, from diag.Pos) {
	t.Lines = append(t.Lines, line)
	t.From = append(t.From, from)
}

// Append appends all lines of u.
func (t *Text) Append(u Text) {
	t.Lines = append(t.Lines, u.Lines...)
	t.From = append(t.From, u.From...)
}

// Slice returns the lines from i to j, j excluded.
func (t Text) Slice(i, j int) Text {
	return Text{t.Lines[i:j:j], t.From[i:j:j]}
}

// Len returns the number of lines.
func (t Text) Len() int { return len(t.Lines) }

// String returns the lines, each with its newline.
func (t Text) String() string {
	if len(t.Lines) == 0 {
		return ""
	}
	return strings.Join(t.Lines, "\n") + "\n"
}

// Same reports whether t and u hold the same files: not files that are
// equal, but each the very same value.
func (t Tree) Same(u Tree) bool { return maps.Equal(t.files, u.files) }

// Reuse returns t with the files of u in place of those that are equal to
// them, the places that their lines came from included.
func (t Tree) Reuse(u Tree) Tree {
	files := make(map[string]*File, len(t.files))
	for p, f := range t.files {
		if g := u.files[p]; g != nil && f.Text.equal(g.Text) {
			f = g
		}
		files[p] = f
	}
	return of(files)
}

func (t Text) equal(u Text) bool {
	return slices.Equal(t.Lines, u.Lines) && slices.Equal(t.From, u.From)
}
