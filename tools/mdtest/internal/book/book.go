// Package book reads a book from disk: book/SUMMARY.md, the chapters that
// it lists, go.mod, and what has been recorded.
//
// Non-goals: the meaning of any of it.
package book

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// Where things are, from the book's root.
const (
	SummaryFile = "book/SUMMARY.md"
	ChapterDir  = "chapters"
	BenchDir    = "book/bench"
	CodeDir     = "code"
	SiteDir     = "book/site"
)

// Book is a book as it stands on disk.
type Book struct {
	Root    string // the folder that holds go.mod
	Summary *Summary
	tangle.Book

	parse func(file string, src []byte) (*chapter.Chapter, diag.List)
}

// Load reads the book at root. It returns what it could read together with
// all that is wrong with it.
func Load(root string) (*Book, error) { return load(root, chapter.Parse) }

func load(root string, parse func(string, []byte) (*chapter.Chapter, diag.List)) (*Book, error) {
	b := &Book{Root: root, parse: parse}
	var errs diag.List
	b.loadBase(&errs)
	b.Made = map[string]string{}
	for file, text := range b.readAll(tangle.MadeDir, &errs) {
		key, ok := tangle.MadeKey(file)
		if !ok {
			errs.Addf(diag.Pos{File: tangle.MadeDir + "/" + file}, "not a record, whose name would end as %s does", tangle.MadeFile(file))
		}
		b.Made[key] = text
	}
	b.Recorded = b.readAll(BenchDir, &errs)
	b.loadSummary(&errs)
	if b.Summary != nil {
		b.loadChapters(&errs)
	}
	return b, errs.Err()
}

// path returns where a slash-separated path of the book is on disk.
func (b *Book) path(p string) string {
	return filepath.Join(b.Root, filepath.FromSlash(p))
}

func (b *Book) loadBase(errs *diag.List) {
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(b.path(name))
		switch {
		case name == "go.sum" && errors.Is(err, fs.ErrNotExist):
		case err != nil:
			errs.Addf(diag.Pos{File: name}, "a book is a Go module: %v", reason(err))
		default:
			b.Base = b.Base.With(tree.NewFile(name, tree.NewText(string(data), diag.Pos{File: name, Line: 1})))
		}
	}
	if f := b.Base.Get("go.mod"); f != nil {
		for _, line := range f.Text.Lines {
			if m, ok := strings.CutPrefix(line, "module "); ok {
				m, _, _ = strings.Cut(m, "//")
				b.Module = strings.Trim(strings.TrimSpace(m), "\"`")
			}
		}
		if b.Module == "" {
			errs.Addf(diag.Pos{File: "go.mod"}, "no module line")
		}
	}
}

// reason drops the path from an error: the position has it.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// readAll reads the files below dir by their path from it.
func (b *Book) readAll(dir string, errs *diag.List) map[string]string {
	files := map[string]string{}
	root := b.path(dir)
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(root, name)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		errs.Addf(diag.Pos{File: dir}, "%v", reason(err))
	}
	return files
}

func (b *Book) loadSummary(errs *diag.List) {
	data, err := os.ReadFile(b.path(SummaryFile))
	if err != nil {
		errs.Addf(diag.Pos{File: SummaryFile}, "the list of chapters: %v", reason(err))
		return
	}
	s, bad := ParseSummary(data)
	*errs = append(*errs, bad...)
	b.Summary = s
}

func (b *Book) loadChapters(errs *diag.List) {
	last := ""
	for _, e := range b.Summary.Entries {
		if !e.Chapter {
			continue
		}
		pos := diag.Pos{File: SummaryFile, Line: e.Line}
		data, err := os.ReadFile(b.path(e.File))
		if err != nil {
			errs.Addf(pos, "%s: %v", e.File, reason(err))
			continue
		}
		name := path.Base(e.File)
		if number(name) <= number(last) {
			errs.Addf(pos, "%s stands below %s: chapters stand in the order of their numbers", name, last)
		}
		last = name
		c, bad := b.parse(e.File, data)
		*errs = append(*errs, bad...)
		if c != nil {
			b.Chapters = append(b.Chapters, c)
		}
	}
	b.findUnlisted(errs)
}

// number returns the NN of NN-name.md.
func number(name string) string {
	n, _, _ := strings.Cut(name, "-")
	return n
}

// findUnlisted complains of chapters that the summary does not list.
func (b *Book) findUnlisted(errs *diag.List) {
	entries, _ := os.ReadDir(b.path(ChapterDir))
	for _, e := range entries {
		file := ChapterDir + "/" + e.Name()
		listed := slices.ContainsFunc(b.Summary.Entries, func(s Entry) bool { return s.File == file })
		if !e.IsDir() && path.Ext(file) == ".md" && !listed {
			errs.Addf(diag.Pos{File: file}, "not listed in %s", SummaryFile)
		}
	}
}

// FindRoot looks for a book in dir and the folders above it.
func FindRoot(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for d := abs; ; d = filepath.Dir(d) {
		if _, err := os.Stat(filepath.Join(d, filepath.FromSlash(SummaryFile))); err == nil {
			return d, nil
		}
		if d == filepath.Dir(d) {
			return "", fmt.Errorf("no book in %s or above it: there is no %s", dir, SummaryFile)
		}
	}
}
