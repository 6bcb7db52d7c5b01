package pack

import (
	"fmt"

	"byhand/code/serde"
)

func (d *decoder) Option(v serde.Visitor) error {
	tag, err := d.tag(tagAbsent)
	switch {
	case err != nil:
		return err
	case tag == tagNull:
		return serde.VisitNull(v)
	case tag == tagAbsent:
		return serde.VisitAbsent(v)
	}
	return d.nested(func() error { return serde.VisitSome(v, d) })
}

func (d *decoder) Seq(v serde.Visitor) error {
	n, err := d.length()
	if err != nil {
		return err
	}
	a := seqAccess{d, n}
	return d.nested(func() error { return serde.VisitSeq(v, &a) })
}

func (d *decoder) Map(v serde.Visitor) error {
	n, err := d.length()
	if err != nil {
		return err
	}
	a := mapAccess{d, n}
	return d.nested(func() error { return serde.VisitMap(v, &a) })
}

func (d *decoder) Struct(
	_ string, fields []string, v serde.Visitor,
) error {
	a := structAccess{d: d, fields: fields}
	return d.nested(func() error { return serde.VisitMap(v, &a) })
}

func (d *decoder) Enum(
	_ string, variants []string, v serde.Visitor,
) error {
	u, err := d.uvarint()
	if err != nil {
		return err
	}
	if u/2 >= uint64(len(variants)) {
		return serde.UnknownVariant(fmt.Sprint(u/2), variants)
	}
	if u%2 == 0 {
		return serde.VisitEnum(v, int(u/2), nil)
	}
	return d.nested(func() error {
		return serde.VisitEnum(v, int(u/2), d)
	})
}

type seqAccess struct {
	d    *decoder
	left int
}

func (a *seqAccess) Len() int { return a.left }

func (a *seqAccess) Next() (serde.Deserializer, error) {
	if a.left == 0 {
		return nil, nil
	}
	a.left--
	return a.d, nil
}

// length reads a number of things that take at least a byte each.
func (d *decoder) length() (int, error) {
	n, err := d.uvarint()
	if err == nil && n > uint64(len(d.b)-d.i) {
		d.at, err = len(d.b), ErrShort
	}
	return int(n), err
}

type mapAccess struct {
	d    *decoder
	left int
}

func (a *mapAccess) Len() int { return a.left }

func (a *mapAccess) Value() serde.Deserializer { return a.d }

func (a *mapAccess) Key() ([]byte, bool, error) {
	if a.left == 0 {
		return nil, false, nil
	}
	a.left--
	key, err := a.d.text()
	return key, err == nil, err
}

// structAccess has the names from the reader, not from the input.
type structAccess struct {
	d      *decoder
	fields []string
	key    []byte
}

func (a *structAccess) Len() int { return len(a.fields) }

func (a *structAccess) Value() serde.Deserializer { return a.d }

func (a *structAccess) Key() ([]byte, bool, error) {
	if len(a.fields) == 0 {
		return nil, false, nil
	}
	a.key = append(a.key[:0], a.fields[0]...)
	a.fields = a.fields[1:]
	return a.key, true, nil
}
