package main

import (
	"fmt"
	"go/types"
	"strconv"
	"strings"
)

// The direct path: methods for package json alone, which know its
// bytes. They do what the visitors do, or fail and leave it to them.
const (
	jsonPath = "byhand/code/json"

	decode  = "DecodeJSON"
	encode  = "AppendJSON"
	inside  = "appendJSON" // encode within the package: copies nothing
	readers = "(s *json.Source, i int) int"
	writers = "(b []byte, k *json.Sink) []byte"
)

// isDirect reports whether a d reads and writes its own bytes. What has
// no methods doesn't, nor what asks for more than its fields.
func (d *decl) isDirect() bool {
	for _, f := range d.fields {
		if strconv.Quote(f.name) != `"`+f.name+`"` {
			return false
		}
	}
	return d.rest == nil && d.kind != names
}

// isDirect reports whether values of c have the direct method.
func (p *printer) isDirect(c codec, method string) bool {
	named, ok := types.Unalias(c.typ).(*types.Named)
	if !ok || !c.method {
		return false
	}
	if d := p.src.decls[named.Obj()]; d != nil {
		_, reads := d.verbs["deserialize"]
		_, writes := d.verbs["serialize"]
		return method == decode && reads || method == encode && writes
	}
	return hasMethod(named, method, true)
}

// json returns the name of something in package json.
func (p *printer) json(name string) string {
	p.imports[jsonPath] = true
	return "json." + name
}

// read returns an expression: where reading place, from at on, ends.
func (p *printer) read(c codec, place, at string) string {
	arg := address(place)
	switch {
	case p.isDirect(c, decode):
		return fmt.Sprintf("%s.%s(s, %s)",
			strings.TrimPrefix(place, "*"), decode, at)
	case c.pkg != serdePath || c.name == "Bytes":
		return fmt.Sprintf("%s(%s, s, %s, %s)", p.json("Visit"), arg,
			at, p.function(deserialize, c))
	case c.name == "Array":
		arg = strings.TrimPrefix(place, "*") + "[:]"
	}
	args := []string{arg, "s", at}
	for _, e := range c.elems {
		args = append(args, p.reader(e))
	}
	return p.json("Read"+c.name) + "(" + strings.Join(args, ", ") + ")"
}

// reader returns an expression: the function that reads values of c.
func (p *printer) reader(c codec) string {
	switch {
	case p.isDirect(c, decode):
		return "(*" + p.typ(c.typ) + ")." + decode
	case c.pkg == serdePath && len(c.elems) == 0 && c.name != "Bytes":
		return p.json("Read" + c.name)
	}
	return fmt.Sprintf("func(x *%s, s *json.Source, i int) int { "+
		"return %s }", p.typ(c.typ), p.read(c, "*x", "i"))
}

// required has a bit for each of those 64 fields that must be there.
func (d *decl) required(word int) (mask uint64) {
	for i, f := range d.fields[word*64:] {
		if f.required && i < 64 {
			mask |= 1 << i
		}
	}
	return mask
}

// decodeOthers writes the loop that reads fields in any order.
func (p *printer) decodeOthers(d *decl) {
	p.f("for s.B[i] == '\"' {")
	if len(d.fields) > 0 {
		p.f("var key []byte\nkey, i = s.Key(i)\nswitch string(key) {")
	} else {
		p.f("_, i = s.Key(i)\nswitch {")
	}
	for j, f := range d.fields {
		p.f("case %q:\nif seen[%d]&(1<<%d) != 0 {", f.name, j/64, j%64)
		p.f("return s.Fail()\n}\nseen[%d] |= 1 << %d", j/64, j%64)
		p.f("i = %s", p.read(f.codec, "x."+f.path, "i"))
	}
	unknown := "s.Unknown(i)"
	if d.has(deny) {
		unknown = "s.Fail()"
	}
	p.f("default:\ni = %s\n}\ni = s.Next(i)\n}", unknown)
}

// decodeFields writes the body that reads a struct: first the fields
// that come in the order of the type, then the others.
func (p *printer) decodeFields(d *decl) {
	if len(d.fields) > 0 {
		p.f("var seen [%d]uint64", (len(d.fields)+63)/64)
	}
	p.f("i = s.Object(i)")
	for j, f := range d.fields {
		if key := quoted(f); len(key) < 64 {
			at := "i+" + strconv.Itoa(len(key))
			p.f("if string(s.B[i:%s]) == %s {", at, literal(key))
			p.f("i = s.Next(%s)", p.read(f.codec, "x."+f.path, at))
			p.f("seen[%d] |= 1 << %d\n}", j/64, j%64)
		}
	}
	p.decodeOthers(d)
	for word := range (len(d.fields) + 63) / 64 {
		if all := d.required(word); all != 0 {
			p.f("if seen[%d]&%#x != %#x {\nreturn s.Fail()\n}", word,
				all, all)
		}
	}
	p.f("return s.End(i)")
}

// quoted returns the key of f as it stands in JSON, with its colon.
func quoted(f field) string { return `"` + f.name + `":` }

// literal returns s as a string literal.
func literal(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// writeDecode writes the method that reads a d from a json.Source.
func writeDecode(p *printer, d *decl) {
	_, ok := d.verbs["deserialize"]
	if !ok || d.kind == union || d.typeParams() != nil {
		return
	}
	p.json("Source")
	p.f("// %s reads x directly.", decode)
	p.f("func (x *%s) %s%s {", d.obj.Name(), decode, readers)
	switch {
	case !d.isDirect():
		p.f("return json.Visit(x, s, i, (*%s).%s)", d.obj.Name(),
			deserialize)
	case d.kind == plain:
		p.f("return %s", p.read(p.src.madeOf(d), "*x", "i"))
	default:
		p.decodeFields(d)
	}
	p.f("}\n")
}

// writeOwner writes the method by which a d tells itself from a type
// that embeds it, and so has its methods.
func writeOwner(p *printer, d *decl) {
	if d.kind == union || d.typeParams() != nil {
		return
	}
	name := d.obj.Name()
	p.f("// DerivedJSON reports whether v is a %s.", name)
	p.f("func (%s) DerivedJSON(v any) bool {", name)
	p.f("switch v.(type) {\ncase %s, *%s:\nreturn true\n}", name, name)
	p.f("return false\n}\n")
}
