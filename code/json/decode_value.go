package json

import (
	"encoding/base64"
	"strconv"

	"byhand/code/serde"
)

func (d *decoder) bool(v serde.Visitor, is bool) error {
	if err := d.word(strconv.FormatBool(is)); err != nil {
		return err
	}
	return d.blame(serde.VisitBool(v, is))
}

// word reads the word that stands there, or should.
func (d *decoder) word(word string) error {
	end, expected := scanWord(d.b, d.i, word)
	if expected != "" {
		return d.syntax(end, expected)
	}
	d.i = end
	return nil
}

func (d *decoder) null(v serde.Visitor) error {
	if err := d.word("null"); err != nil {
		return err
	}
	return d.blame(serde.VisitNull(v))
}

// quoted reads a string. The text is valid until the next call.
func (d *decoder) quoted() ([]byte, error) {
	start := d.i + 1
	end, plain, expected := scanString(d.b, start, d.lax)
	if expected != "" {
		return nil, d.syntax(end, expected)
	}
	d.i = end + 1
	if plain {
		return d.b[start:end], nil
	}
	d.text = appendText(d.text[:0], d.b[start:end])
	return d.text, nil
}

func (d *decoder) string(v serde.Visitor) error {
	text, err := d.quoted()
	if err != nil {
		return err
	}
	return d.blame(serde.VisitString(v, string(text)))
}

func (d *decoder) Any(v serde.Visitor) error {
	c := d.peek()
	d.last = d.i
	switch c {
	case '"':
		return d.string(v)
	case '{':
		return d.object(v, scope{})
	case '[':
		return d.array(v)
	case 't', 'f':
		return d.bool(v, c == 't')
	case 'n':
		return d.null(v)
	}
	return d.number(v)
}

func (d *decoder) Bool(v serde.Visitor) error        { return d.Any(v) }
func (d *decoder) Int(_ int, v serde.Visitor) error  { return d.Any(v) }
func (d *decoder) Uint(_ int, v serde.Visitor) error { return d.Any(v) }
func (d *decoder) String(v serde.Visitor) error      { return d.Any(v) }
func (d *decoder) Seq(v serde.Visitor) error         { return d.Any(v) }
func (d *decoder) Map(v serde.Visitor) error         { return d.Any(v) }

func (d *decoder) Float(bits int, v serde.Visitor) error {
	if c := d.peek(); c != '-' && !isDigit(c) {
		return d.Any(v)
	}
	d.last = d.i
	text, _, err := d.digits()
	if err != nil {
		return err
	}
	return d.float(v, text, bits)
}

func (d *decoder) Option(v serde.Visitor) error {
	some, ok := v.(serde.SomeVisitor)
	if d.peek() == 'n' || !ok {
		return d.Any(v)
	}
	d.last = d.i
	return d.blame(some.VisitSome(d))
}

// Bytes reads base64, as encoding/json has it.
func (d *decoder) Bytes(v serde.Visitor) error {
	if d.peek() != '"' {
		return d.Any(v)
	}
	d.last = d.i
	text, err := d.quoted()
	if err != nil {
		return err
	}
	b, err := base64.StdEncoding.AppendDecode(nil, text)
	if err != nil {
		return d.blame(serde.Invalid("base64", "a string"))
	}
	return d.blame(serde.VisitBytes(v, b))
}

func (d *decoder) Struct(
	_ string, fields []string, v serde.Visitor,
) error {
	if d.peek() != '{' {
		return d.Any(v)
	}
	d.last = d.i
	return d.object(v, scope{!d.unknown, fields})
}
