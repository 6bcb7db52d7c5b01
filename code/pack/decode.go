package pack

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"unicode/utf8"

	"byhand/code/serde"
)

type decoder struct {
	b     []byte
	i     int // what was read
	at    int // where what was read last begins
	depth int
}

// ErrShort is the error of an input that ends within a value.
var ErrShort = errors.New("the end of the input")

// bytes returns the next n bytes.
func (d *decoder) bytes(n uint64) ([]byte, error) {
	if n > uint64(len(d.b)-d.i) {
		d.at = len(d.b)
		return nil, ErrShort
	}
	b := d.b[d.i:][:n]
	d.at, d.i = d.i, d.i+int(n)
	return b, nil
}

// varint steps over a varint of n bytes; 0: cut off, less: too long.
func (d *decoder) varint(n int) error {
	d.at = d.i
	switch {
	case n == 0:
		d.at = len(d.b)
		return ErrShort
	case n < 0:
		return serde.Invalid("an integer of 64 bits", "a longer one")
	case n > 1 && d.b[d.i+n-1] == 0:
		return serde.Invalid("an unpadded integer", "a padded one")
	}
	d.i += n
	return nil
}

func (d *decoder) uvarint() (uint64, error) {
	u, n := binary.Uvarint(d.b[d.i:])
	return u, d.varint(n)
}

// tag reads a byte that is at most last.
func (d *decoder) tag(last byte) (byte, error) {
	b, err := d.bytes(1)
	if err != nil {
		return 0, err
	}
	if b[0] > last {
		return 0, serde.Invalid(fmt.Sprintf("0 to %d", last),
			fmt.Sprint(b[0]))
	}
	return b[0], nil
}

func (d *decoder) Bool(v serde.Visitor) error {
	b, err := d.tag(1)
	if err != nil {
		return err
	}
	return serde.VisitBool(v, b == 1)
}

func (d *decoder) Int(_ int, v serde.Visitor) error {
	i, n := binary.Varint(d.b[d.i:])
	if err := d.varint(n); err != nil {
		return err
	}
	return serde.VisitInt(v, i)
}

func (d *decoder) Uint(_ int, v serde.Visitor) error {
	u, err := d.uvarint()
	if err != nil {
		return err
	}
	return serde.VisitUint(v, u)
}

func (d *decoder) Float(bits int, v serde.Visitor) error {
	b, err := d.bytes(uint64(bits / 8))
	if err != nil {
		return err
	}
	order := binary.LittleEndian
	if bits == 32 {
		f := math.Float32frombits(order.Uint32(b))
		return serde.VisitFloat(v, float64(f))
	}
	return serde.VisitFloat(v, math.Float64frombits(order.Uint64(b)))
}

func (d *decoder) text() ([]byte, error) {
	n, err := d.uvarint()
	if err != nil {
		return nil, err
	}
	b, err := d.bytes(n)
	if err == nil && !utf8.Valid(b) {
		return nil, serde.Invalid("UTF-8", "other bytes")
	}
	return b, err
}

func (d *decoder) String(v serde.Visitor) error {
	b, err := d.text()
	if err != nil {
		return err
	}
	return serde.VisitString(v, string(b))
}

func (d *decoder) Bytes(v serde.Visitor) error {
	n, err := d.uvarint()
	if err != nil {
		return err
	}
	b, err := d.bytes(n)
	if err != nil {
		return err
	}
	return serde.VisitBytes(v, b)
}

// ErrNotDescribed is the error of a type that asks what is there.
var ErrNotDescribed = errors.New("nothing says what is there")

func (d *decoder) Any(serde.Visitor) error { return ErrNotDescribed }

func (d *decoder) Ignore() error { return ErrNotDescribed }

// nested runs read one level deeper.
func (d *decoder) nested(read func() error) error {
	if d.depth == maxDepth {
		return ErrDeep
	}
	d.depth++
	err := read()
	d.depth--
	return err
}

// ErrTrailing is the error of bytes after the value.
var ErrTrailing = errors.New("bytes after the value")

// Decode reads the value that b holds into v.
func Decode(b []byte, v serde.Deserialize) error {
	d := decoder{b: b}
	err := v.Deserialize(&d)
	if err == nil && d.i < len(b) {
		d.at, err = d.i, ErrTrailing
	}
	if err != nil {
		return fmt.Errorf("pack: at byte %d: %w", d.at, err)
	}
	return nil
}

// From returns the value of type T that b holds.
func From[T any, P serde.Target[T]](b []byte) (v T, err error) {
	err = Decode(b, P(&v))
	return v, err
}
