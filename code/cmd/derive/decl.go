package main

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

const (
	prefix = "//derive:"
	deny   = "deny_unknown_fields"
)

// A decl is a type with a directive.
type decl struct {
	obj      *types.TypeName
	kind     kind
	verbs    map[string]option // serialize, deserialize
	options  map[string]option
	made     codec     // of what a plain type is made of
	fields   []field   // of a struct
	rest     *field    // of a struct: the map for all other fields
	variants []variant // of an enum
}

// A kind is what a type is to the data model.
type kind int

const (
	plain kind = iota // written as what it is made of
	structure
	union // an interface whose implementations are known
	names // named constants
)

var verbs = map[string]bool{"serialize": false, "deserialize": false}

// What a directive may say behind the verbs, and whether with a value.
var directives = map[kind]map[string]bool{
	plain: {"rename": true},
	structure: {
		"rename": true, "rename_all": true,
		"default": false, deny: false,
	},
	union: {
		"rename_all": true,
		"tag":        true, "content": true, "untagged": false,
	},
	names: {"rename": true, "rename_all": true},
}

func (src *source) kindOf(obj *types.TypeName) kind {
	switch obj.Type().Underlying().(type) {
	case *types.Struct:
		return structure
	case *types.Interface:
		return union
	case *types.Basic:
		if len(src.constants(obj)) > 0 {
			return names
		}
	}
	return plain
}

// declare reads the directive c above a type, or returns nil.
func (src *source) declare(spec *ast.TypeSpec, c *ast.Comment) *decl {
	name := spec.Name
	obj, ok := src.pkg.Scope().Lookup(name.Name).(*types.TypeName)
	if !ok || obj.Pos() != name.Pos() {
		src.errorf(name.Pos(), "%s is not the name of one thing", name)
		return nil
	}
	d := &decl{obj: obj, kind: src.kindOf(obj)}
	src.decls[obj] = d
	asked, rest, _ := strings.Cut(c.Text[len(prefix):], " ")
	at := c.Pos() + token.Pos(len(prefix))
	d.verbs = src.options(asked, ",", at, verbs)
	at += token.Pos(len(asked) + 1)
	d.options = src.options(rest, " ", at, directives[d.kind])
	src.exclusive(d.options, "untagged", "tag", "content")
	if o, ok := d.options["content"]; ok {
		switch d.option("tag") {
		case "":
			src.errorf(o.pos, "content needs a tag beside it")
		case o.value:
			src.errorf(o.pos, "content and tag are both %q", o.value)
		}
	}
	if o, ok := d.options["rename_all"]; ok && cases[o.value] == nil {
		src.errorf(o.pos, "rename_all is none of %s", list(cases))
	}
	if obj.IsAlias() {
		src.errorf(c.Pos(), "%s is another name of a type", obj.Name())
	}
	return d
}

// typeSpecs returns the types that f declares outside of functions,
// each with its comment.
func typeSpecs(f *ast.File) (specs []*ast.TypeSpec) {
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range g.Specs {
			if s, ok := s.(*ast.TypeSpec); ok {
				if s.Doc == nil && !g.Lparen.IsValid() {
					s.Doc = g.Doc
				}
				specs = append(specs, s)
			}
		}
	}
	return specs
}

func directive(doc *ast.CommentGroup) *ast.Comment {
	if doc == nil {
		return nil
	}
	for _, c := range doc.List {
		if strings.HasPrefix(c.Text, prefix) {
			return c
		}
	}
	return nil
}

// strays reports what looks like a directive and is none.
func (src *source) strays(used map[*ast.Comment]bool) {
	for _, f := range src.files {
		for _, g := range f.Comments {
			for _, c := range g.List {
				switch {
				case used[c]:
				case strings.HasPrefix(c.Text, prefix):
					src.errorf(c.Pos(), "a directive stands above a "+
						"type of the package, once")
				case strings.HasPrefix(c.Text, "// derive:"):
					src.errorf(c.Pos(), "a directive begins with %s, "+
						"and a small letter", prefix)
				}
			}
		}
	}
}

// findDecls returns the types with directives in the order of the
// source.
func findDecls(src *source) (decls []*decl) {
	used := map[*ast.Comment]bool{}
	for _, f := range src.files {
		for _, spec := range typeSpecs(f) {
			c := directive(spec.Doc)
			if c == nil {
				continue
			}
			used[c] = true
			if d := src.declare(spec, c); d != nil {
				decls = append(decls, d)
			}
		}
	}
	src.strays(used)
	src.checkNames()
	for _, d := range decls {
		src.complete(d)
	}
	for _, d := range decls {
		if d.internal() {
			src.checkTag(d)
		}
	}
	return decls
}

// complete finds out what d is made of. By then all decls are known.
func (src *source) complete(d *decl) {
	src.asked = d.verbs
	switch d.kind {
	case plain:
		d.made = src.madeOf(d)
	case structure:
		src.addFields(d, d.obj.Type().Underlying(), "", d.options)
	case union:
		if d.typeParams() != nil {
			src.errorf(d.obj.Pos(), "an enum has no type parameters")
		}
		src.addVariants(d)
	case names:
		src.addConstants(d)
	}
}

// name is what the data model calls the type.
func (d *decl) name() string {
	return cmp.Or(d.option("rename"), d.obj.Name())
}

func (d *decl) option(name string) string {
	return d.options[name].value
}

func (d *decl) has(name string) bool { return has(d.options, name) }

// typeParams returns the names of the type's parameters.
func (d *decl) typeParams() (names []string) {
	if named, ok := d.obj.Type().(*types.Named); ok {
		for p := range named.TypeParams().TypeParams() {
			names = append(names, p.Obj().Name())
		}
	}
	return names
}

// internal reports whether the tag of an enum is among the fields.
func (d *decl) internal() bool {
	return d.has("tag") && !d.has("content")
}
