package weave

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"regexp"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
)

// declaredName is a name that a listing declares: Arena, or Arena.Reset.
type declaredName struct{ name, kind, pkg string }

// declared returns the names that a Go listing declares at the top level.
func declared(b *chapter.Block) []declaredName {
	if b.Lang != "go" {
		return nil
	}
	src := b.Text()
	f, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
	if err != nil {
		f, err = parser.ParseFile(token.NewFileSet(), "", "package p\n"+src, parser.SkipObjectResolution)
	}
	if err != nil {
		return nil // it was made by a command, and only a part is shown
	}
	var out []declaredName
	add := func(name, kind string) {
		if name != "_" {
			out = append(out, declaredName{name, kind, path.Dir(b.Path)})
		}
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			addFunc(d, add)
		case *ast.GenDecl:
			for _, s := range d.Specs {
				addSpec(s, d.Tok.String(), add)
			}
		}
	}
	return out
}

func addFunc(d *ast.FuncDecl, add func(name, kind string)) {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		add(d.Name.Name, "func")
		return
	}
	recv := d.Recv.List[0].Type
	for {
		switch t := recv.(type) {
		case *ast.StarExpr:
			recv = t.X
		case *ast.IndexExpr:
			recv = t.X
		case *ast.IndexListExpr:
			recv = t.X
		case *ast.Ident:
			add(t.Name+"."+d.Name.Name, "method")
			return
		default:
			return
		}
	}
}

func addSpec(s ast.Spec, kind string, add func(name, kind string)) {
	switch s := s.(type) {
	case *ast.TypeSpec:
		add(s.Name.Name, kind)
	case *ast.ValueSpec:
		for _, n := range s.Names {
			add(n.Name, kind)
		}
	}
}

var searchWord = regexp.MustCompile(`[\pL\pN_]+`)

// otherWords returns the words of code that the text does not have, each
// once. Nobody looks for numbers, int, or names of two letters.
func otherWords(code, text string) string {
	seen := map[string]bool{}
	for _, w := range searchWord.FindAllString(text, -1) {
		seen[strings.ToLower(w)] = true
	}
	var out []string
	for _, w := range searchWord.FindAllString(code, -1) {
		low := strings.ToLower(w)
		if seen[low] || len(w) < 3 || types.Universe.Lookup(w) != nil || token.IsKeyword(w) || w[0] >= '0' && w[0] <= '9' {
			continue
		}
		seen[low] = true
		out = append(out, w)
	}
	return strings.Join(out, " ")
}
