package main

import (
	"go/token"
	"go/types"
)

const (
	serdePath   = "byhand/code/serde"
	serialize   = "Serialize"
	deserialize = "Deserialize"
)

// A codec is how values of a type are written and read: by two
// functions whose names begin with Serialize and Deserialize, or by two
// methods of these names.
type codec struct {
	typ    types.Type
	pkg    string  // the package of the functions; empty: ours
	name   string  // Slice, for SerializeSlice
	method bool    // or the type's methods
	param  bool    // or what was given for a type parameter
	elems  []codec // for what it is made of
}

func (src *source) basic(t *types.Basic, pos token.Pos) string {
	switch info := t.Info(); {
	case info&types.IsBoolean != 0:
		return "Bool"
	case info&types.IsUnsigned != 0:
		return "Uint"
	case info&types.IsInteger != 0:
		return "Int"
	case info&types.IsFloat != 0:
		return "Float"
	case info&types.IsString != 0:
		return "String"
	case t.Kind() == types.Invalid:
		src.errorf(pos, "this type is not known")
	default:
		src.errorf(pos, "%s is not in the data model", t)
	}
	return ""
}

func isString(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.TypeParam); ok {
		t = coreOf(p)
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// coreOf returns T for a type parameter that must be a ~T.
func coreOf(p *types.TypeParam) types.Type {
	i := p.Constraint().Underlying().(*types.Interface)
	if i.NumEmbeddeds() == 1 {
		u, ok := i.EmbeddedType(0).(*types.Union)
		if ok && u.Len() == 1 {
			return u.Term(0).Type()
		}
	}
	return i
}

// codecOf returns the codec of t, which stands at pos.
func (src *source) codecOf(t types.Type, pos token.Pos) codec {
	c := codec{typ: t}
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		c.name, c.param = t.Obj().Name(), true
		return c
	case *types.Named:
		if src.named(&c, t, pos) {
			return c
		}
		if src.inside[t] {
			src.errorf(pos, "%s is made of itself: derive it",
				t.Obj().Name())
			return c
		}
		src.inside[t] = true
		defer delete(src.inside, t)
	}
	c.pkg = serdePath
	src.unnamed(&c, t.Underlying(), pos)
	return c
}

// hasMethod reports whether t itself has the method, and not only
// something embedded in it; or, if it says so, a pointer to t.
func hasMethod(t types.Type, name string, pointer bool) bool {
	m, at, _ := types.LookupFieldOrMethod(t, pointer, nil, name)
	_, ok := m.(*types.Func)
	return ok && len(at) == 1
}

// byHand reports whether somebody has written the methods of t.
func (src *source) byHand(t *types.Named, pos token.Pos) bool {
	writes := hasMethod(t, serialize, true)
	reads := hasMethod(t, deserialize, true)
	name := t.Obj().Name()
	switch {
	case !writes && !reads:
		return false
	case has(src.asked, "serialize") && !hasMethod(t, serialize, false):
		src.errorf(pos, "%s needs a method Serialize, of the value",
			name)
	case has(src.asked, "deserialize") && !reads:
		src.errorf(pos, "%s needs a method Deserialize", name)
	}
	return true
}

// named finds what a named type has for itself. If it has nothing, its
// values are those of the type that it is made of.
func (src *source) named(c *codec, t *types.Named, pos token.Pos) bool {
	obj := t.Obj()
	d := src.decls[obj]
	for verb := range src.asked {
		if d != nil && !has(d.verbs, verb) {
			src.errorf(pos, "%s is not derived to %s", obj.Name(), verb)
		}
	}
	function := d != nil && (d.kind == union || t.TypeParams() != nil)
	if pkg := obj.Pkg(); pkg != nil && pkg != src.pkg {
		c.pkg = pkg.Path()
		function = pkg.Scope().Lookup(serialize+obj.Name()) != nil
	}
	if function {
		c.name = obj.Name()
		for arg := range t.TypeArgs().Types() {
			c.elems = append(c.elems, src.codecOf(arg, pos))
		}
		return true
	}
	c.method = d != nil || src.byHand(t, pos)
	return c.method
}

// unnamed finds the functions of package serde for t.
func (src *source) unnamed(c *codec, t types.Type, pos token.Pos) {
	switch t := t.(type) {
	case *types.Basic:
		c.name = src.basic(t, pos)
	case *types.Slice:
		if types.Identical(t.Elem(), types.Typ[types.Byte]) {
			c.name = "Bytes"
			return
		}
		c.name, c.elems = "Slice", src.elem(t.Elem(), pos)
	case *types.Array:
		c.name, c.elems = "Array", src.elem(t.Elem(), pos)
	case *types.Pointer:
		c.name, c.elems = "Pointer", src.elem(t.Elem(), pos)
	case *types.Map:
		c.name, c.elems = "Map", src.elem(t.Elem(), pos)
		if !isString(t.Key()) {
			src.errorf(pos, "the keys of a map are text, not %s",
				t.Key())
		}
	default:
		src.hopeless(c.typ, pos)
	}
}

func (src *source) elem(t types.Type, pos token.Pos) []codec {
	return []codec{src.codecOf(t, pos)}
}

// hopeless reports that there is no way to write t.
func (src *source) hopeless(t types.Type, pos token.Pos) {
	advice := "derive it, or skip it"
	named, ok := types.Unalias(t).(*types.Named)
	if ok && named.Obj().Pkg() != src.pkg {
		advice = "skip it, or use a type of your own"
	}
	src.errorf(pos, "%s has no Serialize: %s",
		types.TypeString(t, types.RelativeTo(src.pkg)), advice)
}

// madeOf returns the codec of what d is made of.
func (src *source) madeOf(d *decl) codec {
	c := codec{typ: d.obj.Type(), pkg: serdePath}
	src.unnamed(&c, d.obj.Type().Underlying(), d.obj.Pos())
	return c
}
