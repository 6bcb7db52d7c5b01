package json

import (
	"slices"

	"byhand/code/serde"
)

func variant(
	name []byte, variants []string, v serde.Visitor,
	content serde.Deserializer,
) error {
	is := func(s string) bool { return s == string(name) }
	index := slices.IndexFunc(variants, is)
	if index < 0 {
		return serde.UnknownVariant(string(name), variants)
	}
	return serde.VisitEnum(v, index, content)
}

// An enumVisitor takes an object of one entry for a variant.
type enumVisitor struct {
	serde.Visitor
	variants []string
}

func (v *enumVisitor) VisitMap(a serde.MapAccess) error {
	name, ok, err := a.Key()
	if err != nil {
		return err
	}
	if !ok {
		return serde.Invalid(v.Expecting(), "an empty object")
	}
	return variant(name, v.variants, v.Visitor, a.Value())
}

// Enum reads "variant" or {"variant": content}.
func (d *decoder) Enum(
	_ string, variants []string, v serde.Visitor,
) error {
	c := d.peek()
	d.last = d.i
	switch c {
	case '"':
		name, err := d.quoted()
		if err != nil {
			return err
		}
		return d.blame(variant(name, variants, v, nil))
	case '{':
		return d.object(&enumVisitor{v, variants}, scope{})
	}
	return d.Any(v)
}
