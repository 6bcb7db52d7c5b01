package main

import (
	"fmt"
	"go/types"
	"strings"
)

// signature begins a method, or a function for what can't have methods,
// or needs more than they are given.
func (p *printer) signature(verb string, d *decl) {
	star, format := "", "s "+p.serde("Serializer")
	what := "writes x to s"
	if verb == deserialize {
		star, format = "*", "d "+p.serde("Deserializer")
		what = "reads x from d"
	}
	name, params := d.obj.Name(), d.typeParams()
	if d.kind != union && params == nil {
		p.f("// %s %s.", verb, what)
		p.f("func (x %s%s) %s(%s) error {", star, name, verb,
			format)
		return
	}
	for _, t := range params {
		format += ", " + strings.ToLower(verb) + t + " " +
			p.funcType(verb, t)
	}
	args := ""
	if params != nil {
		args = "[" + strings.Join(params, ", ") + "]"
	}
	p.f("// %s %s.", functionOf(verb, name), what)
	p.f("func %s%s(x %s%s%s, %s) error {", functionOf(verb, name),
		p.typeParams(d), star, name, args, format)
}

const failed = "if err != nil {\nreturn err\n}"

// serializeFields writes the body that writes a struct.
func (p *printer) serializeFields(d *decl) {
	count, open := len(d.fields), d.rest != nil
	for _, f := range d.fields {
		open = open || f.full != ""
	}
	if open {
		count = -1
		p.f("_, all := s.(%s)", p.serde("Positional"))
	}
	if d.rest != nil {
		p.f("if all {\nreturn %s\n}", p.serde("ErrPositional"))
	}
	p.f("m, err := s.Struct(%q, %d)\n%s", d.name(), count, failed)
	for _, f := range d.fields {
		p.serializeField(f)
	}
	if d.rest != nil {
		write := p.function(serialize, d.rest.codec.elems[0])
		args := append([]string{"x." + d.rest.path, "m", write},
			d.list()...)
		p.f("err = %s(%s)\n%s", p.serde("SerializeRest"),
			strings.Join(args, ", "), failed)
	}
	p.f("return m.End()")
}

func (p *printer) serializeField(f field) {
	if f.full != "" {
		p.f("if all || %s {", f.full)
	}
	p.f("if s, err = m.Entry(%q); err != nil {\nreturn err\n}", f.name)
	p.f("if err = %s; err != nil {\nreturn err\n}",
		p.call(serialize, f.codec, "x."+f.path, "s"))
	if f.full != "" {
		p.f("}")
	}
}

// writeSerialize writes the method or function that writes a d.
func writeSerialize(p *printer, d *decl) {
	if !has(d.verbs, "serialize") {
		return
	}
	p.signature(serialize, d)
	switch d.kind {
	case plain:
		p.f("return %s", p.call(serialize, d.made, "x", "s"))
	case structure:
		p.serializeFields(d)
	case union:
		p.serializeUnion(d)
	case names:
		p.serializeNames(d)
	}
	p.f("}\n")
}

// typeParams returns the declaration of the type parameters of d.
func (p *printer) typeParams(d *decl) string {
	named := d.obj.Type().(*types.Named)
	var all []string
	for t := range named.TypeParams().TypeParams() {
		all = append(all, t.Obj().Name()+" "+p.typ(t.Constraint()))
	}
	if all == nil {
		return ""
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// funcType returns the type of the functions that write or read a t.
func (p *printer) funcType(verb, t string) string {
	if verb == serialize {
		return "func(" + t + ", " + p.serde("Serializer") + ") error"
	}
	return "func(*" + t + ", " + p.serde("Deserializer") + ") error"
}

// serializeNames writes the body that writes a constant by its name.
func (p *printer) serializeNames(d *decl) {
	p.f("switch x {")
	for i, v := range d.variants {
		p.f("case %s:", v.goName)
		p.f("return s.Variant(%q, %d, %q, nil)", d.name(), i, v.name)
	}
	p.f("}\nreturn %s(%q, x)", p.serde("NoVariant"), d.name())
}

// content returns what is in a variant x, as a serde.Serialize.
func (p *printer) content(v variant) string {
	switch {
	case v.unit:
		return "nil"
	case v.codec.method:
		return "x"
	case v.pointer:
		return fmt.Sprintf("%s(*x, %s)", p.serde("With"),
			p.function(serialize, v.codec))
	}
	return fmt.Sprintf("%s(x, %s)", p.serde("With"),
		p.function(serialize, v.codec))
}

// tagged returns the call that writes a variant, x, under its name.
func (p *printer) tagged(d *decl, i int, v variant) string {
	content := p.content(v)
	switch tag, key := d.option("tag"), d.option("content"); {
	case d.has("untagged"):
		return fmt.Sprintf("%s(%s, s)", p.serde("SerializeUntagged"),
			content)
	case key != "":
		return fmt.Sprintf("%s(%s, s, %q, %q, %q, %q)",
			p.serde("SerializeAdjacent"), content, d.name(), tag, key,
			v.name)
	case tag != "":
		return fmt.Sprintf("%s(%s, s, %q, %q, %q)",
			p.serde("SerializeInternal"), content, d.name(), tag,
			v.name)
	}
	return fmt.Sprintf("s.Variant(%q, %d, %q, %s)",
		d.name(), i, v.name, content)
}

// serializeUnion writes the body that writes what is in an interface.
func (p *printer) serializeUnion(d *decl) {
	p.f("switch x := x.(type) {")
	for i, v := range d.variants {
		p.f("case %s:", v.typ())
		if v.pointer {
			p.f("if x == nil {\nbreak\n}")
		}
		p.f("return %s", p.tagged(d, i, v))
	}
	p.f("}\nreturn %s(%q, x)", p.serde("NoVariant"), d.name())
}
