// Package semantic says what the identifiers of the book's Go code mean: for
// a file in a tree it lists the names on each line, with their types, their
// documentation, and the line of the tree that defines them.
//
// Each package version is looked at once. Of a package, only the file asked
// for is checked with the bodies of its functions; the others, and the
// packages that it imports, are there for what they declare.
//
// Code need not be right. Of what does not type-check, the names that
// go/types could make sense of are known, the others have no mark.
//
// It is pure: what is known of packages outside of the book comes from an
// importer. Non-goals: saying what is wrong with the code (package run), and
// cgo.
package semantic

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/tree"
)

// Kind says what a name stands for.
type Kind string

// The kinds of names.
const (
	Func    Kind = "func"
	Method  Kind = "method"
	Type    Kind = "type"
	Const   Kind = "const"
	Var     Kind = "var"
	Field   Kind = "field"
	Builtin Kind = "builtin"
	Local   Kind = "local" // a parameter, type parameter, or what a function declares
)

// Symbol is what a name means. Equal symbols mean the same.
type Symbol struct {
	Kind Kind
	Pkg  string // folder of the book, with _test for an external test, or import path; empty for locals and builtins
	Name string // Map, Seq.Map, Seq.field
	Text string // the declaration without its body, as Go writes it
	Doc  string // the first paragraph of its comment
	Path string // the book's file that defines it, or empty
	Line int    // … and its line
}

// Qualified returns the name as it stands in the index: its package's
// folder below code/, or its import path, then its name.
func (s *Symbol) Qualified() string { return Qualified(s.Pkg, s.Name) }

// Mark is a name on a line.
type Mark struct {
	Line, Col int // counted from 1, in bytes
	Name      string
	Symbol    *Symbol // nil if nothing is known of it
	Decl      string  // what the package gets here: Seq.Map; empty for a use
	Qualifier bool    // names the package of the mark that follows
}

// File is what the names of a file mean.
type File struct {
	Pkg     string      // as in Symbol
	Command bool        // package main: what it declares is nobody else's to use
	Marks   []Mark      // in the order of the file
	Decls   []*Declared // of the package: what the file declares
	lines   []int       // index of the first mark of each line
}

// Declared is a declaration at the top of a file, a field or a method.
type Declared struct {
	Name string
	Line int    // of the name
	Text []byte // with its comment
}

// Line returns the marks of a line, counted from 1.
func (f *File) Line(n int) []Mark {
	if f == nil || n < 1 || n >= len(f.lines) {
		return nil
	}
	return f.Marks[f.lines[n-1]:f.lines[n]]
}

// Importer imports the packages that are not the book's.
type Importer interface {
	types.Importer
	// Want says which packages will be asked for, so that they can be
	// found in one go.
	Want(paths []string)
	// Comment returns the comment above the line that declares a name of
	// one of the packages, or nothing.
	Comment(pos token.Position) string
	// Builtin returns the declaration and the comment that document a
	// builtin function, or nothing.
	Builtin(name string) (text, doc string)
}

// Checker looks at the files of trees. It must not be used by two
// goroutines at once. What it returned stays as it is.
type Checker struct {
	module  string
	fset    *token.FileSet
	outside Importer

	sources map[string]*source      // by path and hash
	of      map[*token.File]*source // by where their positions are
	units   map[string]*unit        // packages as others import them, by key
	files   map[string]*File        // by the key of their package and their path
	symbols map[Symbol]*Symbol      // so that equal ones are one
	loading map[string]bool         // folders: an import cycle ends here

	abroad map[types.Object]*Symbol // what is not the book's
}

// New returns a Checker for the packages of a module. The positions of what
// outside returns are those of fset. Without it, names of other modules and
// of the standard library have no types.
func New(module string, fset *token.FileSet, outside Importer) *Checker {
	return &Checker{
		module: module, fset: fset, outside: outside,
		sources: map[string]*source{}, of: map[*token.File]*source{},
		units: map[string]*unit{}, files: map[string]*File{},
		symbols: map[Symbol]*Symbol{}, loading: map[string]bool{},
		abroad: map[types.Object]*Symbol{},
	}
}

// Want says which files will be asked about.
func (c *Checker) Want(files []*tree.File) {
	if c.outside == nil {
		return
	}
	paths := map[string]bool{}
	for _, f := range files {
		if !isGo(f.Path) {
			continue
		}
		for _, p := range importsOf(f.Data()) {
			if _, ours := strings.CutPrefix(p, c.module+"/"); !ours {
				paths[p] = true
			}
		}
	}
	c.outside.Want(slices.Sorted(maps.Keys(paths)))
}

// File says what the names of the file at path mean in a tree. It returns
// nil if it is no Go file.
func (c *Checker) File(t tree.Tree, path string) *File {
	f := t.Get(path)
	if f == nil || !isGo(path) {
		return nil
	}
	s := c.source(f)
	u := c.around(t, s)
	key := u.key + "\x00" + path
	if have := c.files[key]; have != nil {
		return have
	}
	info := &types.Info{
		Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
	}
	whole := s.whole(c)
	c.check(u, s, whole, info)
	m := &marker{c: c, u: u, s: s, info: info, known: map[types.Object]*Symbol{}}
	out := m.file(whole)
	s.forget()
	c.files[key] = out
	return out
}

// index finds the marks of each line.
func (f *File) index(lines int) {
	slices.SortStableFunc(f.Marks, func(a, b Mark) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	f.lines = make([]int, lines+1)
	at := 0
	for n := range f.lines {
		for at < len(f.Marks) && f.Marks[at].Line <= n {
			at++
		}
		f.lines[n] = at
	}
}
