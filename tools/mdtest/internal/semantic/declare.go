package semantic

import (
	"go/ast"
	"go/token"
)

// declare finds what the file declares for its package.
func (s *source) declare(file *token.File) {
	s.decls = map[int]*decl{}
	in := &declarer{s, file}
	for _, d := range s.full.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			in.function(d)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				in.spec(d, spec)
			}
		}
	}
}

// declarer goes through the declarations of a file.
type declarer struct {
	s    *source
	file *token.File
}

func (in *declarer) function(d *ast.FuncDecl) {
	name := d.Name.Name
	if d.Recv != nil && len(d.Recv.List) > 0 {
		name = base(d.Recv.List[0].Type) + "." + name
	}
	in.add(d.Name, name, d.Doc, d)
}

func (in *declarer) spec(d *ast.GenDecl, spec ast.Spec) {
	var doc *ast.CommentGroup
	var whole ast.Node = spec
	if !d.Lparen.IsValid() {
		doc, whole = d.Doc, d
	}
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if spec.Doc != nil {
			doc = spec.Doc
		}
		in.add(spec.Name, spec.Name.Name, doc, whole)
		in.members(spec.Name.Name, spec.Type)
	case *ast.ValueSpec:
		if spec.Doc != nil {
			doc = spec.Doc
		} else if doc == nil {
			doc = spec.Comment
		}
		if doc == nil {
			doc = d.Doc // of the group
		}
		for _, n := range spec.Names {
			in.add(n, n.Name, doc, whole)
		}
	}
}

// members adds the fields of a struct and the methods of an interface.
func (in *declarer) members(owner string, t ast.Expr) {
	var list *ast.FieldList
	switch t := t.(type) {
	case *ast.StructType:
		list = t.Fields
	case *ast.InterfaceType:
		list = t.Methods
	}
	if list == nil {
		return
	}
	for _, f := range list.List {
		doc := f.Doc
		if doc == nil {
			doc = f.Comment
		}
		names := f.Names
		if n := embedded(f.Type); len(names) == 0 && n != nil {
			names = []*ast.Ident{n}
		}
		for _, n := range names {
			in.add(n, owner+"."+n.Name, doc, f)
			in.members(owner+"."+n.Name, f.Type)
		}
	}
}

// add notes a declaration. Names that nobody can use are none.
func (in *declarer) add(n *ast.Ident, name string, doc *ast.CommentGroup, whole ast.Node) {
	if n.Name == "_" || n.Name == "init" && name == "init" {
		return
	}
	in.s.decls[in.file.Offset(n.Pos())] = &decl{name: name, doc: doc}
	from, to := whole.Pos(), whole.End()
	if doc != nil && doc.Pos() < from {
		from = doc.Pos()
	}
	in.s.order = append(in.s.order, &Declared{
		Name: name, Line: in.file.Line(n.Pos()),
		Text: in.s.data[in.file.Offset(from):in.file.Offset(to)],
	})
}

// base strips pointers, parentheses and type arguments from a receiver.
func base(e ast.Expr) string {
	if n := embedded(e); n != nil {
		return n.Name
	}
	return "?"
}

// embedded returns the name that an embedded field goes by.
func embedded(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.StarExpr:
		return embedded(e.X)
	case *ast.ParenExpr:
		return embedded(e.X)
	case *ast.IndexExpr:
		return embedded(e.X)
	case *ast.IndexListExpr:
		return embedded(e.X)
	case *ast.SelectorExpr:
		return e.Sel
	}
	return nil
}
