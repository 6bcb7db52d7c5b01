package main

import (
	"fmt"
	"strings"
)

// encodeMethod returns the name of the method that appends values of c.
func (p *printer) encodeMethod(c codec) string {
	if c.pkg == "" {
		return inside
	}
	return encode
}

// append returns an expression: b, and what place is in JSON.
func (p *printer) append(c codec, place string) string {
	arg := place
	switch {
	case p.isDirect(c, encode):
		return fmt.Sprintf("%s.%s(b, k)",
			strings.TrimPrefix(place, "*"), p.encodeMethod(c))
	case c.pkg != serdePath || c.name == "Bytes":
		return fmt.Sprintf("%s(%s, b, k, %s)", p.json("Show"), place,
			p.function(serialize, c))
	case len(c.elems) == 0:
		arg = address(place)
	case c.name == "Array":
		arg = strings.TrimPrefix(place, "*") + "[:]"
	}
	args := []string{arg, "b", "k"}
	for _, e := range c.elems {
		args = append(args, p.appender(e))
	}
	name := strings.Replace(c.name, "Array", "Slice", 1)
	return p.json("Append"+name) + "(" + strings.Join(args, ", ") + ")"
}

// appender returns an expression: the function that appends values
// of c.
func (p *printer) appender(c codec) string {
	switch {
	case p.isDirect(c, encode) && c.pkg == "":
		return "(*" + p.typ(c.typ) + ")." + p.encodeMethod(c)
	case c.pkg == serdePath && len(c.elems) == 0 && c.name != "Bytes":
		return p.json("Append" + c.name)
	}
	return fmt.Sprintf("func(x *%s, b []byte, k *json.Sink) []byte { "+
		"return %s }", p.typ(c.typ), p.append(c, "*x"))
}

// encodeFields writes the body that writes a struct. From the first
// field on that is always there, each brings the comma before it.
func (p *printer) encodeFields(d *decl) {
	p.f("if !k.Enter() {\nreturn b\n}")
	before, always := "{", false
	for _, f := range d.fields {
		always = always || f.full == ""
	}
	if !always || d.fields[0].full != "" {
		p.f("b = append(b, '{')")
		before = ""
	}
	for _, f := range d.fields {
		if f.full != "" {
			p.f("if %s {", f.full)
		}
		p.f("b = append(b, %s...)", literal(before+quoted(f)))
		p.f("b = %s", p.append(f.codec, "x."+f.path))
		if f.full == "" {
			before = ","
		} else if before == "" {
			p.f("b = append(b, ',')\n}")
		} else {
			p.f("}")
		}
	}
	p.f("k.Leave()")
	if always {
		p.f("return append(b, '}')")
	} else {
		p.f("return json.CloseObject(b)")
	}
}

// writeEncode writes the methods that append a d to JSON: one that
// copies nothing, and the one that can be called on any value.
func writeEncode(p *printer, d *decl) {
	_, ok := d.verbs["serialize"]
	if !ok || d.kind == union || d.typeParams() != nil {
		return
	}
	name := d.obj.Name()
	p.json("Sink")
	p.f("// %s writes x directly.", encode)
	p.f("func (x %s) %s%s {\nreturn x.%s(b, k)\n}\n", name, encode,
		writers, inside)
	p.f("func (x *%s) %s%s {", name, inside, writers)
	switch {
	case !d.isDirect():
		p.f("return json.Show(*x, b, k, %s.%s)", name, serialize)
	case d.kind == plain:
		p.f("return %s", p.append(p.src.madeOf(d), "*x"))
	default:
		p.encodeFields(d)
	}
	p.f("}\n")
}
