package learn

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"maps"
	"path"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/tree"
)

// Name is one that a lesson promises: exported, or used by its tests.
type Name struct {
	Dir  string // of the package
	Name string // From, or Seq.Map
	Decl string // as Go declares it, without bodies
}

// Promise returns the names that the lesson's program has to have, sorted:
// of each package that the lesson changes, those that are exported and
// those that its tests use.
func (l *Lesson) Promise() []Name {
	var out []Name
	for _, dir := range l.changed() {
		p := parsePackage(l.Goal, dir)
		for _, name := range slices.Sorted(maps.Keys(p.decls)) {
			if p.main || !promised(name) && !p.usedByTests(name) {
				continue
			}
			out = append(out, Name{dir, name, p.decls[name]})
		}
	}
	return out
}

// Missing returns what t lacks of what is promised.
func Missing(promise []Name, t tree.Tree) []Name {
	packages := map[string]*source{}
	var out []Name
	for _, n := range promise {
		p := packages[n.Dir]
		if p == nil {
			p = parsePackage(t, n.Dir)
			packages[n.Dir] = p
		}
		if !p.has(n.Name) {
			out = append(out, n)
		}
	}
	return out
}

// changed returns the folders whose packages the lesson changes, tests
// apart.
func (l *Lesson) changed() []string {
	dirs := map[string]bool{}
	for _, p := range l.Start.Changed(l.Goal) {
		if path.Ext(p) == ".go" && !IsTest(p) {
			dirs[path.Dir(p)] = true
		}
	}
	return slices.Sorted(maps.Keys(dirs))
}

// promised reports whether a name, and the type that it is a method of, is
// exported.
func promised(name string) bool {
	for _, part := range strings.Split(name, ".") {
		if !ast.IsExported(part) {
			return false
		}
	}
	return true
}

// source is what a package declares, as far as its files can be parsed.
type source struct {
	main  bool
	decls map[string]string // by name
	open  map[string]bool   // types whose methods may stand elsewhere
	from  map[string]string // types that are made from one of this package, by name
	tests map[string]bool   // names in its tests that they don't declare where they use them
	picks map[string]bool   // what its tests pick from a value or package: v.Name
	local map[string]bool   // what its tests declare
}

func parsePackage(t tree.Tree, dir string) *source {
	s := &source{
		decls: map[string]string{}, open: map[string]bool{}, from: map[string]string{},
		tests: map[string]bool{}, picks: map[string]bool{}, local: map[string]bool{},
	}
	fset := token.NewFileSet()
	for _, p := range t.Paths() {
		if path.Dir(p) != dir || path.Ext(p) != ".go" {
			continue
		}
		file, _ := parser.ParseFile(fset, p, t.Get(p).Data(), 0)
		switch {
		case file == nil:
		case IsTest(p):
			s.test(file)
		default:
			s.main = s.main || file.Name.Name == "main"
			s.add(fset, file)
		}
	}
	return s
}

// test notes what a test file names.
func (s *source) test(file *ast.File) {
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil {
			s.local[f.Name.Name] = true
		}
	}
	if !strings.HasSuffix(file.Name.Name, "_test") { // else it sees nothing that is not exported
		for _, id := range file.Unresolved {
			s.tests[id.Name] = true
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			s.picks[sel.Sel.Name] = true
		}
		return true
	})
}

// usedByTests reports whether the tests name it: a method, if they name its
// type too or the type is exported.
func (s *source) usedByTests(name string) bool {
	typ, method, isMethod := strings.Cut(name, ".")
	if isMethod {
		return s.picks[method] && (s.tests[typ] || ast.IsExported(typ))
	}
	return s.tests[name] && !s.local[name]
}

// has reports whether the package has the name, or may have it.
func (s *source) has(name string) bool {
	typ, _, isMethod := strings.Cut(name, ".")
	if s.decls[name] != "" || !isMethod {
		return s.decls[name] != ""
	}
	for range len(s.from) {
		if s.open[typ] {
			break
		}
		typ = s.from[typ]
	}
	return s.open[typ]
}

func (s *source) add(fset *token.FileSet, file *ast.File) {
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			name := d.Name.Name
			if d.Recv != nil && len(d.Recv.List) == 1 {
				name = receiver(d.Recv.List[0].Type) + "." + name
			}
			s.decls[name] = printed(fset, &ast.FuncDecl{Recv: d.Recv, Name: d.Name, Type: d.Type})
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				s.spec(fset, d.Tok, spec)
			}
		}
	}
}

func (s *source) spec(fset *token.FileSet, tok token.Token, spec ast.Spec) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		s.decls[spec.Name.Name] = "type " + printed(fset, &ast.TypeSpec{
			Name: spec.Name, TypeParams: spec.TypeParams, Assign: spec.Assign, Type: public(spec.Type),
		})
		s.open[spec.Name.Name] = spec.Assign.IsValid() || embeds(spec.Type)
		s.from[spec.Name.Name] = receiver(spec.Type)
	case *ast.ValueSpec:
		for _, n := range spec.Names {
			s.decls[n.Name] = tok.String() + " " + printed(fset, &ast.ValueSpec{Names: []*ast.Ident{n}, Type: spec.Type})
		}
	}
}

// public returns a struct type with its exported fields alone.
func public(t ast.Expr) ast.Expr {
	st, ok := t.(*ast.StructType)
	if !ok {
		return t
	}
	out := &ast.FieldList{}
	for _, f := range st.Fields.List {
		if len(f.Names) > 0 && ast.IsExported(f.Names[0].Name) {
			out.List = append(out.List, &ast.Field{Names: f.Names, Type: f.Type})
		}
	}
	return &ast.StructType{Fields: out}
}

// embeds reports whether a type may have methods that it does not declare.
func embeds(t ast.Expr) bool {
	switch t := t.(type) {
	case *ast.InterfaceType, *ast.SelectorExpr:
		return true
	case *ast.IndexExpr:
		return embeds(t.X)
	case *ast.IndexListExpr:
		return embeds(t.X)
	case *ast.StructType:
		return slices.ContainsFunc(t.Fields.List, func(f *ast.Field) bool { return len(f.Names) == 0 })
	}
	return false
}

func receiver(t ast.Expr) string {
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.ParenExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

func printed(fset *token.FileSet, node any) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, fset, node); err != nil {
		return ""
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
