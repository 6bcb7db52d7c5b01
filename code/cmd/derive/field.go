package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"strconv"
	"strings"
)

// A field is an entry of a struct in the data model.
type field struct {
	name     string
	path     string // from the struct: Name
	codec    codec
	required bool   // it is an error if it is missing
	full     string // the condition under which it is written, or empty
}

func (src *source) addField(
	d *decl, v *types.Var, path string, tag, own map[string]option,
) {
	f := field{
		name:  inCase(own["rename_all"].value, v.Name()),
		path:  path + v.Name(),
		codec: src.codecOf(v.Type(), v.Pos()),
	}
	if o, ok := tag["rename"]; ok {
		f.name = o.value
	}
	_, pointer := v.Type().Underlying().(*types.Pointer)
	skips := has(tag, "skip_empty") || isOption(v.Type())
	f.required = !skips && !pointer &&
		!has(tag, "default") && !has(own, "default")
	if skips {
		f.full = src.full(v, "x."+f.path)
	}
	for _, g := range d.fields {
		if g.name == f.name {
			src.errorf(v.Pos(), "%s and %s are both %q",
				g.path, f.path, f.name)
		}
	}
	d.fields = append(d.fields, f)
}

// addFields adds the fields of the struct t, which stands at path in d
// and has the options of its own directive.
func (src *source) addFields(
	d *decl, t types.Type, path string, own map[string]option,
) {
	st := t.Underlying().(*types.Struct)
	for i := range st.NumFields() {
		v := st.Field(i)
		tag := src.tag(v)
		switch {
		case has(tag, "skip") || v.Name() == "_":
		case has(tag, "flatten"), v.Embedded() && !has(tag, "rename"):
			src.flatten(d, v, path+v.Name())
		default:
			src.addField(d, v, path, tag, own)
		}
	}
}

// tagOf returns the literal of the tag of the field that v is.
func (src *source) tagOf(v *types.Var) (tag *ast.BasicLit) {
	for _, f := range src.files {
		if v.Pos() < f.FileStart || v.Pos() >= f.FileEnd {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			n1, ok := n.(*ast.Field)
			if ok && n1.Pos() <= v.Pos() && v.Pos() < n1.End() {
				tag = n1.Tag
			}
			return true
		})
	}
	return tag
}

var tags = map[string]bool{
	"rename": true, "default": false, "skip": false,
	"skip_empty": false, "flatten": false,
}

// tag reads the tag of v.
func (src *source) tag(v *types.Var) map[string]option {
	lit := src.tagOf(v)
	if lit == nil {
		return nil
	}
	text, _ := strconv.Unquote(lit.Value)
	text, ok := reflect.StructTag(text).Lookup("serde")
	if !ok {
		return nil
	}
	key := `serde:"`
	at := lit.Pos()
	if i := strings.Index(lit.Value, key+text); i >= 0 {
		at += token.Pos(i + len(key))
	}
	found := src.options(text, ",", at, tags)
	src.exclusive(found, "skip", "rename", "default", "skip_empty",
		"flatten")
	src.exclusive(found, "flatten", "rename", "default", "skip_empty")
	return found
}

// full returns the condition under which v, as x, is not empty.
func (src *source) full(v *types.Var, x string) string {
	if isOption(v.Type()) {
		return "!" + x + ".IsAbsent()"
	}
	switch t := v.Type().Underlying().(type) {
	case *types.Slice, *types.Map:
		return "len(" + x + ") != 0"
	case *types.Pointer, *types.Interface:
		return x + " != nil"
	case *types.Basic:
		switch {
		case t.Info()&types.IsString != 0:
			return x + ` != ""`
		case t.Info()&types.IsNumeric != 0:
			return x + " != 0"
		case t.Info()&types.IsBoolean != 0:
			return x
		}
	}
	src.errorf(v.Pos(), "a %s is never empty", v.Type())
	return ""
}

// flatten adds the fields of v, as if they were those of d.
func (src *source) flatten(d *decl, v *types.Var, path string) {
	named, _ := types.Unalias(v.Type()).(*types.Named)
	switch t := v.Type().Underlying().(type) {
	case *types.Map:
		if d.rest != nil {
			src.errorf(v.Pos(), "%s takes all other fields already",
				d.rest.path)
		}
		d.rest = &field{path: path, codec: src.codecOf(t, v.Pos())}
		return
	case *types.Struct:
		if named != nil && src.decls[named.Obj()] != nil {
			own := src.decls[named.Obj()].options
			src.addFields(d, v.Type(), path+".", own)
			return
		}
	}
	src.errorf(v.Pos(), "only a map, or a struct that is derived in "+
		"this package, can be flattened")
}

func isOption(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "Option" &&
		named.Obj().Pkg().Path() == serdePath
}
