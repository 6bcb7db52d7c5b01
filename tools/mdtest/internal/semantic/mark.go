package semantic

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// marker finds the marks of one file.
type marker struct {
	c     *Checker
	u     *unit
	s     *source
	info  *types.Info
	known map[types.Object]*Symbol
	in    *token.File
	out   *File
}

func (m *marker) file(whole *ast.File) *File {
	m.in = m.c.fset.File(whole.FileStart)
	m.out = &File{
		Pkg:     strings.TrimPrefix(m.u.name(m.c.module), m.c.module+"/"),
		Command: whole.Name.Name == "main", Decls: m.s.order,
	}
	ast.Inspect(whole, m.visit)
	m.out.index(m.in.LineCount())
	return m.out
}

func (m *marker) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.File:
		for _, d := range n.Decls {
			ast.Inspect(d, m.visit)
		}
		return false
	case *ast.SelectorExpr:
		return m.selector(n)
	case *ast.BranchStmt:
		return false
	case *ast.LabeledStmt:
		ast.Inspect(n.Stmt, m.visit)
		return false
	case *ast.Ident:
		m.ident(n)
	}
	return true
}

// selector marks both halves of a name from another package, and says that
// the first is the second's.
func (m *marker) selector(n *ast.SelectorExpr) bool {
	x, ok := n.X.(*ast.Ident)
	if !ok {
		return true
	}
	pkg, ok := m.info.Uses[x].(*types.PkgName)
	if !ok {
		return true
	}
	sym := m.symbol(m.info.Uses[n.Sel])
	if sym == nil {
		sym = m.unknown(pkg.Imported().Path(), n.Sel.Name)
	}
	m.mark(x, Mark{Symbol: sym, Qualifier: true})
	m.mark(n.Sel, Mark{Symbol: sym, Decl: m.declares(n.Sel)})
	return false
}

// unknown returns what is known of a name whose package could not be
// imported: where it would be documented.
func (m *marker) unknown(pkg, name string) *Symbol {
	if strings.HasPrefix(pkg, m.c.module+"/") {
		return nil
	}
	return m.c.intern(Symbol{Pkg: pkg, Name: name})
}

func (m *marker) ident(n *ast.Ident) {
	mark := Mark{Decl: m.declares(n)}
	obj := m.info.Uses[n]
	if obj == nil {
		obj = m.info.Defs[n]
	}
	if _, ok := obj.(*types.PkgName); ok {
		obj = nil
	}
	mark.Symbol = m.symbol(obj)
	m.mark(n, mark)
}

// declares returns what the package gets by a name at its place, if anything.
func (m *marker) declares(n *ast.Ident) string {
	if d := m.s.decls[m.in.Offset(n.Pos())]; d != nil {
		return d.name
	}
	return ""
}

func (m *marker) mark(n *ast.Ident, mark Mark) {
	pos := m.in.Position(n.Pos())
	mark.Line, mark.Col, mark.Name = pos.Line, pos.Column, n.Name
	m.out.Marks = append(m.out.Marks, mark)
}

// symbol describes an object. It returns nil for those that nobody needs a
// description of: int, true, nil, and labels.
func (m *marker) symbol(obj types.Object) *Symbol {
	if obj == nil {
		return nil
	}
	switch o := obj.(type) {
	case *types.Func:
		obj = o.Origin()
	case *types.Var:
		obj = o.Origin()
	}
	if s, ok := m.known[obj]; ok {
		return s
	}
	s, ok := m.c.abroad[obj]
	if !ok {
		s = m.describe(obj)
	}
	m.known[obj] = s
	return s
}

func (m *marker) describe(obj types.Object) *Symbol {
	s := Symbol{Kind: kind(obj), Name: obj.Name()}
	if s.Name == "_" {
		return nil
	}
	if obj.Pkg() == nil {
		if s.Kind != Builtin {
			return nil
		}
		if m.c.outside != nil {
			s.Text, s.Doc = m.c.outside.Builtin(s.Name)
			s.Doc = summary(s.Doc)
		}
		return m.c.intern(s)
	}
	s.Text = declaration(obj)
	src := m.c.sourceOf(obj.Pos())
	if src == nil {
		return m.foreign(s, obj)
	}
	m.ours(&s, obj, src)
	return m.c.intern(s)
}

// ours describes a name that a file of the book declares. Where there is no
// type, the line has to do.
func (m *marker) ours(s *Symbol, obj types.Object, src *source) {
	file := m.c.fset.File(obj.Pos())
	invalid := strings.Contains(s.Text, types.Typ[types.Invalid].Name())
	d := src.decls[file.Offset(obj.Pos())]
	if d == nil {
		s.Kind = Local
		if invalid {
			s.Text = ""
		}
		return
	}
	s.Name, s.Doc = d.name, summary(d.doc.Text())
	s.Pkg = strings.TrimPrefix(obj.Pkg().Path(), m.c.module+"/")
	s.Path, s.Line = src.path, file.Line(obj.Pos())
	if invalid {
		from := file.Offset(file.LineStart(s.Line))
		line, _, _ := strings.Cut(string(src.data[from:]), "\n")
		s.Text = strings.TrimSuffix(strings.TrimSpace(line), " {")
	}
}

// sourceOf returns the book's file that a position is in, or nil.
func (c *Checker) sourceOf(pos token.Pos) *source {
	if !pos.IsValid() {
		return nil
	}
	return c.of[c.fset.File(pos)]
}

func (c *Checker) intern(s Symbol) *Symbol {
	if have := c.symbols[s]; have != nil {
		return have
	}
	c.symbols[s] = &s
	return &s
}

func kind(obj types.Object) Kind {
	switch o := obj.(type) {
	case *types.Builtin:
		return Builtin
	case *types.Const:
		return Const
	case *types.TypeName:
		return Type
	case *types.Func:
		if o.Signature().Recv() != nil {
			return Method
		}
		return Func
	case *types.Var:
		if o.IsField() {
			return Field
		}
		return Var
	}
	return Local
}
