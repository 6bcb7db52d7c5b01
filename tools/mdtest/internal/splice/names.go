package splice

import (
	"go/ast"
	"strings"

	"github.com/agnivade/levenshtein"
)

// funcKey returns Name, or Type.Name for a method.
func funcKey(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return d.Name.Name
	}
	return typeName(d.Recv.List[0].Type) + "." + d.Name.Name
}

// typeName strips pointers, parentheses and type arguments.
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return typeName(e.X)
	case *ast.ParenExpr:
		return typeName(e.X)
	case *ast.IndexExpr:
		return typeName(e.X)
	case *ast.IndexListExpr:
		return typeName(e.X)
	}
	return "?"
}

func docOf(d ast.Decl) *ast.CommentGroup {
	switch d := d.(type) {
	case *ast.FuncDecl:
		return d.Doc
	case *ast.GenDecl:
		return d.Doc
	}
	return nil
}

func specKeys(s ast.Spec) ([]string, *ast.CommentGroup) {
	switch s := s.(type) {
	case *ast.TypeSpec:
		return []string{s.Name.Name}, s.Doc
	case *ast.ValueSpec:
		var keys []string
		for _, n := range s.Names {
			keys = append(keys, n.Name)
		}
		return keys, s.Doc
	case *ast.ImportSpec:
		return nil, s.Doc
	}
	return nil, nil
}

// suggest names the declaration that was probably meant.
func (s *source) suggest(name string) string {
	best, least := "", 4
	for _, it := range s.decls() {
		for _, k := range it.keys {
			if n := levenshtein.ComputeDistance(name, k); n < least {
				best, least = k, n
			}
			if strings.HasSuffix(k, "."+name) {
				best, least = k, 0
			}
		}
	}
	if best == "" {
		return ""
	}
	return "; did you mean " + best + "?"
}
