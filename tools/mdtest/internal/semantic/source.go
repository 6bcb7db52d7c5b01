package semantic

import (
	"bytes"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io"
	"path"
	"runtime"
	"strconv"
	"strings"

	"byhand/tools/mdtest/internal/tree"
	"byhand/tools/mdtest/internal/version"
)

// source is a Go file.
type source struct {
	path, hash string
	data       []byte
	full       *ast.File // nil once nobody needs the bodies any more
	bare       *ast.File // without the bodies of functions
	imports    []string
	decls      map[int]*decl // what the package gets, by its name's offset
	order      []*Declared
	fits       bool // the host builds it
}

// decl is a name that a file declares for its package.
type decl struct {
	name string // Map, Seq.Map, Seq.field
	doc  *ast.CommentGroup
}

// isGo reports whether the go command would take the file for a part of a
// package.
func isGo(p string) bool { return version.IsGo(p) }

const parserMode = parser.ParseComments | parser.SkipObjectResolution

// source reads a file. One that can't be parsed has what could be read.
func (c *Checker) source(f *tree.File) *source {
	key := f.Path + "\x00" + f.Hash()
	if s := c.sources[key]; s != nil {
		return s
	}
	s := &source{path: f.Path, hash: f.Hash(), data: f.Data()}
	s.full = s.parse(c)
	s.bare = without(s.full)
	s.declare(c.fset.File(s.full.FileStart))
	for _, spec := range s.full.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil {
			s.imports = append(s.imports, p)
		}
	}
	s.fits = fits(f.Path, s.data)
	c.sources[key] = s
	return s
}

func (s *source) parse(c *Checker) *ast.File {
	file, _ := parser.ParseFile(c.fset, s.path, s.data, parserMode)
	c.of[c.fset.File(file.FileStart)] = s
	return file
}

// whole returns the file with the bodies of its functions. It is parsed
// again, to other positions, if nobody needed them for a while.
func (s *source) whole(c *Checker) *ast.File {
	if s.full == nil {
		return s.parse(c)
	}
	return s.full
}

// forget frees the bodies.
func (s *source) forget() { s.full = nil }

// without returns a file without the bodies of its functions.
func without(file *ast.File) *ast.File {
	bare := *file
	bare.Decls = make([]ast.Decl, len(file.Decls))
	for i, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil {
			head := *f
			head.Body = nil
			d = &head
		}
		bare.Decls[i] = d
	}
	return &bare
}

func importsOf(data []byte) []string {
	var paths []string
	file, _ := parser.ParseFile(token.NewFileSet(), "", data, parser.ImportsOnly|parser.SkipObjectResolution)
	if file == nil {
		return nil
	}
	for _, spec := range file.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil {
			paths = append(paths, p)
		}
	}
	return paths
}

// host is the system that the book is read for. Its files are not on disk.
var host = build.Context{
	GOOS: runtime.GOOS, GOARCH: runtime.GOARCH, Compiler: "gc",
	ToolTags: build.Default.ToolTags, ReleaseTags: build.Default.ReleaseTags,
}

// fits reports whether the host builds the file.
func fits(p string, data []byte) bool {
	base := strings.TrimSuffix(path.Base(p), "_test.go")
	if !strings.Contains(base, "_") && !bytes.Contains(data, []byte("//go:build")) {
		return true
	}
	ctx := host
	ctx.OpenFile = func(string) (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(data)), nil
	}
	ok, err := ctx.MatchFile(path.Dir(p), path.Base(p))
	return ok || err != nil
}
