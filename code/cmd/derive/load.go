package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"path/filepath"
)

// output is the file that derive writes, and never reads.
const output = "derived.go"

// A source is a package as it stands in its files, without what derive
// wrote the last time.
type source struct {
	fset  *token.FileSet
	files []*ast.File
	pkg   *types.Package
	errs  scanner.ErrorList

	decls  map[*types.TypeName]*decl
	asked  map[string]option     // the verbs of the decl in hand
	inside map[*types.Named]bool // of which codecOf is looking
}

func load(dir string) (*source, error) {
	found, err := build.ImportDir(dir, 0)
	if err != nil {
		return nil, err
	}
	src := &source{
		fset:   token.NewFileSet(),
		decls:  map[*types.TypeName]*decl{},
		inside: map[*types.Named]bool{},
	}
	for _, name := range found.GoFiles {
		if name == output {
			continue
		}
		f, err := parser.ParseFile(src.fset, filepath.Join(dir, name),
			nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		src.files = append(src.files, f)
	}
	if src.files == nil {
		return nil, fmt.Errorf("%s: no file but %s", dir, output)
	}
	src.check()
	return src, nil
}

// check finds out what the names in the files mean. Where one means
// nothing, its type is invalid: the code may well need what derive has
// yet to write.
func (src *source) check() {
	conf := types.Config{
		Importer:         importer.ForCompiler(src.fset, "source", nil),
		IgnoreFuncBodies: true,
		Error:            func(error) {},
	}
	name := src.files[0].Name.Name
	src.pkg, _ = conf.Check(name, src.fset, src.files, nil)
}

// errorf notes what is wrong at pos.
func (src *source) errorf(pos token.Pos, format string, args ...any) {
	msg := fmt.Sprintf(format, args...)
	src.errs.Add(src.fset.Position(pos), msg)
}
