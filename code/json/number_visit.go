package json

import (
	"strconv"

	"byhand/code/serde"
)

type numberTarget Number

// Deserialize reads a number.
func (n *Number) Deserialize(d serde.Deserializer) error {
	return d.Any((*numberTarget)(n))
}

func (n *numberTarget) Expecting() string { return "a number" }

func (n *numberTarget) VisitNumber(text []byte) error {
	n.text = string(text)
	return nil
}

func (n *numberTarget) VisitInt(i int64) error {
	n.text = strconv.FormatInt(i, 10)
	return nil
}

func (n *numberTarget) VisitUint(u uint64) error {
	n.text = strconv.FormatUint(u, 10)
	return nil
}

func (n *numberTarget) VisitFloat(f float64) error {
	text, err := appendFloat(nil, f, 64)
	n.text = string(text)
	return err
}

// A numberSerializer takes numbers as they are written.
type numberSerializer interface{ Number(text string) error }

// Number writes text, which is a number, as it is.
func (e *encoder) Number(text string) error {
	e.b = append(e.b, text...)
	return nil
}

// Serialize writes n as it was written if s can, else as an integer, or
// the nearest float.
func (n Number) Serialize(s serde.Serializer) error {
	if s, ok := s.(numberSerializer); ok {
		return s.Number(n.String())
	}
	if i, ok := n.Int(); ok {
		return s.Int(i)
	}
	if u, ok := n.Uint(); ok {
		return s.Uint(u)
	}
	f, ok := n.Float()
	if !ok {
		return serde.Invalid("a number of 64 bits", n.String())
	}
	return s.Float(f, 64)
}
