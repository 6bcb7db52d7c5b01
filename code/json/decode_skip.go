package json

import (
	"slices"

	"byhand/code/serde"
)

// A skipVisitor wants nothing.
type skipVisitor struct{}

func (skipVisitor) Expecting() string { return "anything" }

func (skipVisitor) VisitSeq(a serde.SeqAccess) error {
	for {
		d, err := a.Next()
		if d == nil || err != nil {
			return err
		}
		if err := d.(*decoder).skip(); err != nil {
			return err
		}
	}
}

// skip reads a value of which nothing is wanted.
func (d *decoder) skip() error {
	switch d.peek() {
	case '"':
		_, err := d.quoted()
		return err
	case '[':
		return d.array(skipVisitor{})
	case '{':
		return d.object(skipVisitor{}, scope{})
	case 't':
		return d.word("true")
	case 'f':
		return d.word("false")
	case 'n':
		return d.word("null")
	}
	_, _, err := d.digits()
	return err
}

func (skipVisitor) VisitMap(a serde.MapAccess) error {
	for {
		_, ok, err := a.Key()
		if !ok || err != nil {
			return err
		}
		if err := a.Value().(*decoder).skip(); err != nil {
			return err
		}
	}
}

// Ignore steps over the value. Whoever does that directly in a struct
// doesn't know the key before it.
func (d *decoder) Ignore() error {
	if key := d.last; d.strict && key < d.i {
		end, _, _ := scanString(d.b, key+1, true)
		field := string(appendText(nil, d.b[key+1:end]))
		if !slices.Contains(d.fields, field) {
			return d.blame(serde.Unknown(field, d.fields))
		}
	}
	return d.skip()
}
