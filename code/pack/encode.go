// Package pack is a compact binary format for values of which both
// sides know the type.
//
//	null, absent  0, 2
//	some          1, the value
//	bool          0 or 1
//	int           zigzag, as a varint
//	uint          varint: 7 bits a byte, the lowest first
//	float         4 or 8 bytes, little-endian
//	text, bytes   length, bytes
//	sequence      length, elements, of a byte or more each
//	map           length, keys and values in turn
//	struct        the values of its fields, all of them, in order
//	variant       2 · index, and 1 more if content follows
//
// Nothing in it says what it is, so it can't be read as Any.
package pack

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"

	"byhand/code/serde"
)

type encoder struct {
	b     []byte
	depth int
}

// ErrDeep is the error of values within values within values.
var ErrDeep = errors.New("nested too deeply")

// maxDepth is how deep values may be nested.
const maxDepth = 10_000

func (e *encoder) deeper() error {
	if e.depth == maxDepth {
		return ErrDeep
	}
	e.depth++
	return nil
}

const (
	tagNull   = 0
	tagSome   = 1
	tagAbsent = 2
)

func (e *encoder) Absent() error {
	e.b = append(e.b, tagAbsent)
	return nil
}

func (e *encoder) Null() error {
	e.b = append(e.b, tagNull)
	return nil
}

func (e *encoder) Bool(v bool) error {
	if v {
		e.b = append(e.b, 1)
	} else {
		e.b = append(e.b, 0)
	}
	return nil
}

func (e *encoder) Int(v int64) error {
	e.b = binary.AppendVarint(e.b, v)
	return nil
}

func (e *encoder) Uint(v uint64) error {
	e.b = binary.AppendUvarint(e.b, v)
	return nil
}

func (e *encoder) Float(v float64, bits int) error {
	order := binary.LittleEndian
	if bits == 32 {
		e.b = order.AppendUint32(e.b, math.Float32bits(float32(v)))
	} else {
		e.b = order.AppendUint64(e.b, math.Float64bits(v))
	}
	return nil
}

func (e *encoder) String(v string) error {
	if !utf8.ValidString(v) {
		return serde.Invalid("UTF-8", strconv.Quote(v))
	}
	e.b = binary.AppendUvarint(e.b, uint64(len(v)))
	e.b = append(e.b, v...)
	return nil
}

func (e *encoder) Bytes(v []byte) error {
	e.b = binary.AppendUvarint(e.b, uint64(len(v)))
	e.b = append(e.b, v...)
	return nil
}

// compound is a sequence, a map or a struct that is being written.
type compound struct {
	e       *encoder
	what    string
	keys    bool // a map: its keys are written too
	n, have int  // how many parts were promised (-1: none), and came
	start   int  // where a sequence's elements begin; 0: no sequence
	depth   int  // of the parts
}

func (e *encoder) begin(c compound) (*compound, error) {
	err := e.deeper()
	c.e, c.depth = e, e.depth
	return &c, err
}

// ErrNoBytes is the error of a sequence whose elements take no bytes.
var ErrNoBytes = errors.New("elements without bytes")

// End checks the promise: a reader would go astray if it were broken.
func (c *compound) End() error {
	if c.n >= 0 && c.have != c.n {
		return fmt.Errorf("%s has %d of %d parts",
			c.what, c.have, c.n)
	}
	if c.start > 0 && len(c.e.b)-c.start < c.n {
		return ErrNoBytes
	}
	return nil
}

func (c *compound) Element() (serde.Serializer, error) {
	c.have++
	c.e.depth = c.depth
	return c.e, nil
}

func (c *compound) Entry(key string) (serde.Serializer, error) {
	c.have++
	c.e.depth = c.depth
	if c.keys {
		return c.e, c.e.String(key)
	}
	return c.e, nil
}

func (e *encoder) Some() (serde.Serializer, error) {
	e.b = append(e.b, tagSome)
	return e, e.deeper()
}

func (e *encoder) Variant(
	enum string, index int, name string, content serde.Serialize,
) error {
	if content == nil {
		return e.Uint(2 * uint64(index))
	}
	if err := e.Uint(2*uint64(index) + 1); err != nil {
		return err
	}
	if err := e.deeper(); err != nil {
		return err
	}
	depth := e.depth
	err := content.Serialize(e)
	e.depth = depth - 1
	return err
}

// ErrUnknownLength is the error of a sequence or map that can't say how
// long it is before it is written.
var ErrUnknownLength = errors.New("length not known")

func (e *encoder) Seq(n int) (serde.SeqSerializer, error) {
	if n < 0 {
		return nil, ErrUnknownLength
	}
	e.b = binary.AppendUvarint(e.b, uint64(n))
	return e.begin(compound{
		what: "the sequence", n: n, start: len(e.b),
	})
}

func (e *encoder) Map(n int) (serde.MapSerializer, error) {
	if n < 0 {
		return nil, ErrUnknownLength
	}
	e.b = binary.AppendUvarint(e.b, uint64(n))
	return e.begin(compound{what: "the map", keys: true, n: n})
}

func (e *encoder) Struct(
	name string, n int,
) (serde.MapSerializer, error) {
	return e.begin(compound{what: "struct " + name, n: n})
}

// To returns v, packed.
func To(v serde.Serialize) ([]byte, error) {
	var e encoder
	if err := v.Serialize(&e); err != nil {
		return nil, fmt.Errorf("pack: %w", err)
	}
	return e.b, nil
}
