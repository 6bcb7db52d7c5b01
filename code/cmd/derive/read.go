package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// private returns the name of something that is made for d.
func (d *decl) private(suffix string) string {
	name := d.obj.Name()
	first, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(first)) + name[n:] + suffix
}

// visitor returns the visitor that fills x.
func (p *printer) visitor(d *decl) string {
	name := d.private("Visitor")
	params := d.typeParams()
	switch {
	case params != nil:
		args := []string{"x"}
		for _, t := range params {
			args = append(args, "deserialize"+t)
		}
		return fmt.Sprintf("&%s[%s]{%s}", name,
			strings.Join(params, ", "), strings.Join(args, ", "))
	case d.kind == union:
		return name + "{x}"
	}
	return "(*" + name + ")(x)"
}

// declareVisitor writes the visitor's type, and returns its receiver.
func (p *printer) declareVisitor(d *decl) string {
	name, visitor := d.obj.Name(), d.private("Visitor")
	params := d.typeParams()
	switch {
	case params != nil:
		args := "[" + strings.Join(params, ", ") + "]"
		p.f("type %s%s struct {\nto *%s%s", visitor, p.typeParams(d),
			name, args)
		for _, t := range params {
			p.f("deserialize%s %s", t, p.funcType(deserialize, t))
		}
		p.f("}\n")
		return "*" + visitor + args
	case d.kind == union:
		p.f("type %s struct{ to *%s }\n", visitor, name)
		return visitor
	}
	p.f("type %s %s\n", visitor, name)
	return "*" + visitor
}

// list returns the names of the fields or variants of d.
func (d *decl) list() (all []string) {
	for _, f := range d.fields {
		all = append(all, strconv.Quote(f.name))
	}
	for _, v := range d.variants {
		all = append(all, strconv.Quote(v.name))
	}
	return all
}

// deserialize returns the call that reads x from d.
func (p *printer) deserialize(d *decl) string {
	names, v := d.private("Names"), p.visitor(d)
	if len(d.list()) == 0 {
		names = "nil"
	}
	tag, key := d.option("tag"), d.option("content")
	switch {
	case d.kind == plain:
		return p.call(deserialize, d.made, "*x", "d")
	case d.kind == structure:
		return fmt.Sprintf("d.Struct(%q, %s, %s)", d.name(), names, v)
	case d.has("untagged"):
		return fmt.Sprintf("%s(d, %d, %s)",
			p.serde("DeserializeUntagged"), len(d.variants), v)
	case key != "":
		return fmt.Sprintf("%s(d, %q, %q, %q, %s, %s)",
			p.serde("DeserializeAdjacent"), d.name(), tag, key,
			names, v)
	case tag != "":
		return fmt.Sprintf("%s(d, %q, %s, %s)",
			p.serde("DeserializeInternal"), tag, names, v)
	}
	return fmt.Sprintf("d.Enum(%q, %s, %s)", d.name(), names, v)
}

// writeDeserialize writes the method or function that reads a d.
func writeDeserialize(p *printer, d *decl) {
	if !has(d.verbs, "deserialize") {
		return
	}
	if list := d.list(); list != nil {
		p.f("var %s = []string{%s}\n", d.private("Names"),
			strings.Join(list, ", "))
	}
	p.signature(deserialize, d)
	p.f("return %s", p.deserialize(d))
	p.f("}\n")
}

// findField writes how a key becomes the index of a field, i.
func (p *printer) findField(d *decl) {
	p.f("i := -1\nswitch string(key) {")
	for i, f := range d.fields {
		p.f("case %q:\ni = %d", f.name, i)
	}
	p.f("}\nif i >= 0 {")
	p.f("if seen[i/64]&(1<<(i%%64)) != 0 {\nif err := %s(a, "+
		"%s[i]); err != nil {\nreturn err\n}\n}", p.serde("Again"),
		d.private("Names"))
	p.f("seen[i/64] |= 1 << (i %% 64)\n}")
}

// readField writes how the value of field i is read.
func (p *printer) readField(d *decl, target string) {
	if len(d.fields) == 0 {
		p.f("%s", p.unknown(d, target))
		return
	}
	p.f("switch i {")
	for i, f := range d.fields {
		p.f("case %d:\nerr = %s", i, p.call(deserialize, f.codec,
			target+f.path, "a.Value()"))
	}
	p.f("default:\n%s\n}", p.unknown(d, target))
}

// unknown returns what is done with a field that d doesn't have.
func (p *printer) unknown(d *decl, target string) string {
	switch {
	case d.rest != nil:
		return fmt.Sprintf("err = %s(&%s, a, string(key), %s)",
			p.serde("DeserializeRest"), target+d.rest.path,
			p.function(deserialize, d.rest.codec.elems[0]))
	case d.has(deny):
		names := "nil"
		if len(d.fields) > 0 {
			names = d.private("Names")
		}
		return fmt.Sprintf("err = %s(string(key), %s)",
			p.serde("Unknown"), names)
	}
	return "err = a.Value().Ignore()"
}

// missing writes the check that all is there which must be.
func (p *printer) missing(d *decl) {
	for word := range (len(d.fields) + 63) / 64 {
		var mask uint64
		for i, f := range d.fields[word*64:] {
			if f.required && i < 64 {
				mask |= 1 << i
			}
		}
		if mask == 0 {
			continue
		}
		p.imports["math/bits"] = true
		p.f("if lack := %#x &^ seen[%d]; lack != 0 {", mask, word)
		p.f("return %s(%s[%sbits.TrailingZeros64(lack)])\n}",
			p.serde("Missing"), d.private("Names"), offset(word))
	}
}

func offset(word int) string {
	if word == 0 {
		return ""
	}
	return strconv.Itoa(word*64) + "+"
}

// visitMap writes the method that fills a struct from its fields.
func (p *printer) visitMap(d *decl, self string) {
	target := "v."
	if d.typeParams() != nil {
		target, p.given = "v.to.", "v."
		defer func() { p.given = "" }()
	}
	p.f("func (v %s) VisitMap(a %s) error {", self,
		p.serde("MapAccess"))
	if len(d.fields) > 0 {
		p.f("var seen [%d]uint64", (len(d.fields)+63)/64)
	}
	key := "key"
	if len(d.fields) == 0 && d.rest == nil && !d.has(deny) {
		key = "_"
	}
	p.f("for {\n%s, ok, err := a.Key()\n%s", key, failed)
	p.f("if !ok {\nbreak\n}")
	if len(d.fields) > 0 {
		p.findField(d)
	}
	p.readField(d, target)
	p.f("%s\n}", failed)
	p.missing(d)
	p.f("return nil\n}\n")
}

// writeVisitor writes the visitor that fills a d.
func writeVisitor(p *printer, d *decl) {
	if !has(d.verbs, "deserialize") || d.kind == plain {
		return
	}
	self, article := p.declareVisitor(d), "struct"
	if d.kind != structure {
		article = "enum"
	}
	p.f("func (v %s) Expecting() string { return %q }\n", self,
		article+" "+d.name())
	switch d.kind {
	case structure:
		p.visitMap(d, self)
	case union, names:
		p.visitEnum(d, self)
	}
}

// variant writes how variant v of d is read.
func (p *printer) variant(d *decl, v variant) {
	p.f("var x %s", v.goName)
	switch {
	case v.unit && d.internal():
		p.f("err := %s(d)", p.serde("DeserializeNoField"))
	case v.unit:
		p.f("err := %s(d)", p.serde("DeserializeUnit"))
	default:
		p.f("if d == nil {\nreturn %s(%q, %q)\n}", p.serde("Invalid"),
			"what belongs to "+v.name, "its name alone")
		p.f("err := %s", p.call(deserialize, v.codec, "x", "d"))
	}
	amp := ""
	if v.pointer {
		amp = "&"
	}
	p.f("*v.to = %sx\nreturn err", amp)
}

// visitEnum writes the method that is told which variant there is.
func (p *printer) visitEnum(d *decl, self string) {
	p.f("func (v %s) VisitEnum(i int, d %s) error {", self,
		p.serde("Deserializer"))
	p.f("switch i {")
	for i, v := range d.variants {
		p.f("case %d:", i)
		if d.kind == names {
			p.f("*v = %s(%s)\nreturn %s(d)", d.private("Visitor"),
				v.goName, p.serde("DeserializeUnit"))
		} else {
			p.variant(d, v)
		}
	}
	p.f("}\nreturn %s(%q, i)\n}\n", p.serde("NoVariant"), d.name())
}
