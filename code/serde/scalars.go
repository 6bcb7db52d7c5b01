package serde

import (
	"math"
	"strconv"
	"unsafe"
)

// bitsOf returns the size of T. Sizeof looks at the type alone, and
// reads no memory.
func bitsOf[T any]() int {
	var v T
	return int(unsafe.Sizeof(v)) * 8
}

// A visitor that is one pointer is stored in an interface as it is: it
// allocates nothing.
type (
	boolVisitor[T ~bool]     struct{ to *T }
	intVisitor[T Signed]     struct{ to *T }
	uintVisitor[T Unsigned]  struct{ to *T }
	floatVisitor[T Floating] struct{ to *T }
	stringVisitor[T ~string] struct{ to *T }
	bytesVisitor[T ~[]byte]  struct{ to *T }
)

func (v boolVisitor[T]) Expecting() string { return "a boolean" }

func (v boolVisitor[T]) VisitBool(b bool) error {
	*v.to = T(b)
	return nil
}

// DeserializeBool reads a boolean.
func DeserializeBool[T ~bool](p *T, d Deserializer) error {
	return d.Bool(boolVisitor[T]{p})
}

func (v uintVisitor[T]) Expecting() string {
	return "an unsigned integer of " + strconv.Itoa(bitsOf[T]()) +
		" bits"
}

func (v uintVisitor[T]) VisitUint(u uint64) error {
	if uint64(T(u)) != u {
		return Invalid(v.Expecting(), strconv.FormatUint(u, 10))
	}
	*v.to = T(u)
	return nil
}

func (v uintVisitor[T]) VisitInt(i int64) error {
	if i < 0 {
		return Invalid(v.Expecting(), strconv.FormatInt(i, 10))
	}
	return v.VisitUint(uint64(i))
}

// DeserializeUint reads an integer that fits into T.
func DeserializeUint[T Unsigned](p *T, d Deserializer) error {
	return d.Uint(bitsOf[T](), uintVisitor[T]{p})
}

func (v intVisitor[T]) Expecting() string {
	return "an integer of " + strconv.Itoa(bitsOf[T]()) + " bits"
}

func (v intVisitor[T]) VisitInt(i int64) error {
	if int64(T(i)) != i {
		return Invalid(v.Expecting(), strconv.FormatInt(i, 10))
	}
	*v.to = T(i)
	return nil
}

func (v intVisitor[T]) VisitUint(u uint64) error {
	if u > math.MaxInt64 {
		return Invalid(v.Expecting(), strconv.FormatUint(u, 10))
	}
	return v.VisitInt(int64(u))
}

// DeserializeInt reads an integer that fits into T.
func DeserializeInt[T Signed](p *T, d Deserializer) error {
	return d.Int(bitsOf[T](), intVisitor[T]{p})
}

func (v floatVisitor[T]) Expecting() string { return "a number" }

func (v floatVisitor[T]) VisitFloat(f float64) error {
	if math.IsInf(float64(T(f)), 0) && !math.IsInf(f, 0) {
		return Invalid("a number of 32 bits",
			strconv.FormatFloat(f, 'g', -1, 64))
	}
	*v.to = T(f)
	return nil
}

func (v floatVisitor[T]) VisitInt(i int64) error {
	return v.VisitFloat(float64(i))
}

func (v floatVisitor[T]) VisitUint(u uint64) error {
	return v.VisitFloat(float64(u))
}

// DeserializeFloat reads a number that is not too large for T.
func DeserializeFloat[T Floating](p *T, d Deserializer) error {
	return d.Float(bitsOf[T](), floatVisitor[T]{p})
}

func (v stringVisitor[T]) Expecting() string { return "a string" }

func (v stringVisitor[T]) VisitString(s string) error {
	*v.to = T(s)
	return nil
}

// DeserializeString reads text.
func DeserializeString[T ~string](p *T, d Deserializer) error {
	return d.String(stringVisitor[T]{p})
}

func (v bytesVisitor[T]) Expecting() string { return "bytes" }

func (v bytesVisitor[T]) VisitBytes(b []byte) error {
	*v.to = append(T{}, b...)
	return nil
}

// DeserializeBytes reads bytes, and copies them.
func DeserializeBytes[T ~[]byte](p *T, d Deserializer) error {
	return d.Bytes(bytesVisitor[T]{p})
}
