package lint

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// code looks at the files that each step changes, as they stand at its
// end.
func (l *linter) code() {
	for _, s := range l.page.Sections {
		for _, p := range s.Start.Changed(s.End) {
			f := s.End.Get(p)
			if f == nil {
				continue
			}
			if n := f.Text.Len(); n > maxFile && !generated(f) && l.once(p) {
				l.noteAt(lastPlaced(s, p), fmt.Sprintf("%s has %d lines", p, n), atMost(maxFile))
			}
			for _, fn := range functions(f) {
				l.function(fn)
			}
		}
	}
	l.lengths()
}

// once reports whether it is the first call for a thing.
func (l *linter) once(thing string) bool {
	first := !l.seen[thing]
	l.seen[thing] = true
	return first
}

// lastPlaced returns the last listing of a section that edits a file.
func lastPlaced(s *tangle.Section, path string) diag.Pos {
	pos := diag.Pos{File: s.Chapter.File, Line: s.Line}
	for _, b := range s.Blocks {
		if b.Path == path && b.Edits() {
			pos = b.Pos()
		}
	}
	return pos
}

// function is a Go function as it stands in a tree.
type function struct {
	name  string // for people: Map.Get
	key   string // of all functions of the book
	lines int
	at    diag.Pos
	deep  int // its nesting
	where diag.Pos
}

func (l *linter) function(fn function) {
	if fn.lines > maxFunc && l.once(fn.key) {
		l.noteAt(fn.at, fmt.Sprintf("%s has %d lines", fn.name, fn.lines), atMost(maxFunc))
	}
	if fn.deep > maxNesting && l.once("in "+fn.key) {
		l.noteAt(fn.where, fmt.Sprintf("%s nests %d deep", fn.name, fn.deep), atMost(maxNesting))
	}
}

// lengths collects the lengths of the functions that the chapter wrote and
// leaves behind.
func (l *linter) lengths() {
	end := l.page.Sections[len(l.page.Sections)-1].End
	for _, p := range end.Paths() {
		for _, fn := range functions(end.Get(p)) {
			if fn.at.File == l.page.File {
				l.row.Funcs = append(l.row.Funcs, fn.lines)
			}
		}
	}
}

// generated reports whether a program wrote the file, which it says as
// go.dev/s/generatedcode has it.
func generated(f *tree.File) bool {
	file, err := parser.ParseFile(token.NewFileSet(), f.Path, f.Data(), parser.PackageClauseOnly|parser.ParseComments)
	return err == nil && ast.IsGenerated(file)
}

// functions returns the functions of a Go file that a person wrote; of any
// other file, none.
func functions(f *tree.File) []function {
	if path.Ext(f.Path) != ".go" {
		return nil
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, f.Path, f.Data(), parser.SkipObjectResolution|parser.ParseComments)
	if err != nil || ast.IsGenerated(file) {
		return nil // for the compiler to say; for nobody to read
	}
	line := func(p token.Pos) int { return fset.Position(p).Line }
	var out []function
	for _, d := range file.Decls {
		d, ok := d.(*ast.FuncDecl)
		if !ok || d.Body == nil {
			continue
		}
		name := funcName(d)
		deep, where := nesting(d.Body)
		out = append(out, function{
			name: name, key: f.Path + " " + name,
			lines: line(d.End()) - line(d.Pos()) + 1,
			at:    f.Text.From[line(d.Pos())-1],
			deep:  deep, where: f.Text.From[line(where)-1],
		})
	}
	return out
}

// funcName returns Name, or Type.Name for a method.
func funcName(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return d.Name.Name
	}
	name := "?"
	ast.Inspect(d.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && name == "?" {
			name = id.Name
		}
		return true
	})
	return name + "." + d.Name.Name
}
