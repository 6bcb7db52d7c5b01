package main

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// A variant is one of the things that an enum can be.
type variant struct {
	name    string
	goName  string // of the type, or of the constant
	pointer bool   // it is a pointer to the type
	unit    bool   // it has nothing but its name
	codec   codec
}

// typ is the type of the variant, as it is in the interface.
func (v variant) typ() string {
	if v.pointer {
		return "*" + v.goName
	}
	return v.goName
}

// constants returns the constants of a type, as the source has them.
func (src *source) constants(obj *types.TypeName) (all []*types.Const) {
	for _, name := range src.pkg.Scope().Names() {
		c, ok := src.pkg.Scope().Lookup(name).(*types.Const)
		if ok && c.Type() == obj.Type() {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b *types.Const) int {
		return int(a.Pos() - b.Pos())
	})
	return all
}

// addConstants makes a variant of each value that has a name, and uses
// its first name. Text is its own name in the data model.
func (src *source) addConstants(d *decl) {
	if o, ok := d.options["rename_all"]; ok && isString(d.obj.Type()) {
		src.errorf(o.pos, "text is its own name")
	}
	var values []constant.Value
	for _, c := range src.constants(d.obj) {
		same := func(v constant.Value) bool {
			return v.ExactString() == c.Val().ExactString()
		}
		if slices.ContainsFunc(values, same) {
			continue
		}
		values = append(values, c.Val())
		v := variant{goName: c.Name(), unit: true}
		v.name = inCase(d.option("rename_all"), c.Name())
		if c.Val().Kind() == constant.String {
			v.name = constant.StringVal(c.Val())
		}
		src.add(d, v, c.Pos())
	}
}

// add adds a variant to d, whose others must have other names.
func (src *source) add(d *decl, v variant, pos token.Pos) {
	for _, w := range d.variants {
		if w.name == v.name {
			src.errorf(pos, "%s and %s are both %q", w.goName,
				v.goName, v.name)
		}
	}
	d.variants = append(d.variants, v)
}

// sealOf returns the methods of t that no other package can implement.
// The others may be still to be written.
func sealOf(t *types.Interface) *types.Interface {
	var own []*types.Func
	for m := range t.Methods() {
		if !m.Exported() {
			own = append(own, m)
		}
	}
	if own == nil {
		return nil
	}
	return types.NewInterfaceType(own, nil)
}

func (src *source) implementing(
	seal *types.Interface,
) (all []*types.TypeName) {
	for _, name := range src.pkg.Scope().Names() {
		obj, ok := src.pkg.Scope().Lookup(name).(*types.TypeName)
		if ok && !obj.IsAlias() && !types.IsInterface(obj.Type()) &&
			types.Implements(types.NewPointer(obj.Type()), seal) {
			all = append(all, obj)
		}
	}
	slices.SortFunc(all, func(a, b *types.TypeName) int {
		return int(a.Pos() - b.Pos())
	})
	return all
}

func (src *source) addVariant(d *decl, obj *types.TypeName, ptr bool) {
	if obj.Type().(*types.Named).TypeParams() != nil {
		src.errorf(obj.Pos(), "a variant has no type parameters")
		return
	}
	v := variant{goName: obj.Name(), pointer: ptr}
	v.name = inCase(d.option("rename_all"), obj.Name())
	if own := src.decls[obj]; own != nil && own.has("rename") {
		v.name = own.option("rename")
	}
	st, ok := obj.Type().Underlying().(*types.Struct)
	v.unit = ok && st.NumFields() == 0
	if !v.unit {
		v.codec = src.codecOf(obj.Type(), obj.Pos())
	}
	_, isMap := obj.Type().Underlying().(*types.Map)
	if d.internal() && !ok && !isMap {
		src.errorf(obj.Pos(), "a tag inside of it needs a struct or a "+
			"map: %s is a %s", obj.Name(), obj.Type().Underlying())
	}
	src.add(d, v, obj.Pos())
}

// checkTag reports variants with a field that is called like the tag.
func (src *source) checkTag(d *decl) {
	tag := d.options["tag"]
	for _, v := range d.variants {
		obj, _ := src.pkg.Scope().Lookup(v.goName).(*types.TypeName)
		same := func(f field) bool { return f.name == tag.value }
		own := src.decls[obj]
		if own != nil && slices.ContainsFunc(own.fields, same) {
			src.errorf(tag.pos, "%s has a field %q", v.goName,
				tag.value)
		}
	}
}

// addVariants finds the types that implement the interface d.
func (src *source) addVariants(d *decl) {
	seal := sealOf(d.obj.Type().Underlying().(*types.Interface))
	if seal == nil {
		src.errorf(d.obj.Pos(), "%s has no method with a small "+
			"letter: anything could be one", d.obj.Name())
		return
	}
	for _, obj := range src.implementing(seal) {
		src.addVariant(d, obj, !types.Implements(obj.Type(), seal))
	}
	if len(d.variants) == 0 {
		src.errorf(d.obj.Pos(), "no type is a %s", d.obj.Name())
	}
}
