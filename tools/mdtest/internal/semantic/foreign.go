package semantic

import (
	"go/types"
	"strings"
)

// foreign describes a name that is not the book's.
func (m *marker) foreign(s Symbol, obj types.Object) *Symbol {
	s.Pkg = obj.Pkg().Path()
	switch o := obj.(type) {
	case *types.Func:
		if r := o.Signature().Recv(); r != nil {
			if owner := named(r.Type()); owner != "" {
				s.Name = owner + "." + o.Name()
			}
		}
	case *types.Var:
		if o.IsField() {
			s.Name = owner(o) + "." + o.Name()
		}
	}
	if m.c.outside != nil {
		s.Doc = summary(m.c.outside.Comment(m.c.fset.Position(obj.Pos())))
	}
	y := m.c.intern(s)
	m.c.abroad[obj] = y
	return y
}

// named returns the name of a receiver's type.
func named(t types.Type) string {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// owner returns the name of the type that has a field, as far as the
// package gives it one.
func owner(f *types.Var) string {
	scope := f.Pkg().Scope()
	for _, name := range scope.Names() {
		t, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		st, ok := t.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for i := range st.NumFields() {
			if st.Field(i) == f {
				return name
			}
		}
	}
	return ""
}

// Qualified joins a package, as a Symbol has it, and a name.
func Qualified(pkg, name string) string {
	if pkg == "" {
		return name
	}
	return strings.TrimPrefix(pkg, "code/") + "." + name
}
