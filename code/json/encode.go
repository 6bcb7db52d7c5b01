// Package json reads and writes JSON as RFC 8259 has it.
package json

import (
	"encoding/base64"
	"errors"
	"strconv"

	"byhand/code/serde"
)

type encoder struct {
	b      []byte
	pretty bool
	unit   string
	depth  int
	sort   bool
	spans  []span // entries of the maps that are being sorted
}

func (e *encoder) Null() error {
	e.b = append(e.b, "null"...)
	return nil
}

func (e *encoder) Bool(v bool) error {
	e.b = strconv.AppendBool(e.b, v)
	return nil
}

func (e *encoder) Int(v int64) error {
	e.b = strconv.AppendInt(e.b, v, 10)
	return nil
}

func (e *encoder) Uint(v uint64) error {
	e.b = strconv.AppendUint(e.b, v, 10)
	return nil
}

// Bytes writes base64, as encoding/json does.
func (e *encoder) Bytes(v []byte) error {
	e.b = append(e.b, '"')
	e.b = base64.StdEncoding.AppendEncode(e.b, v)
	e.b = append(e.b, '"')
	return nil
}

func (e *encoder) String(v string) (err error) {
	e.b, err = appendString(e.b, v)
	return err
}

func (e *encoder) Float(v float64, bits int) (err error) {
	e.b, err = appendFloat(e.b, v, bits)
	return err
}

// ErrEncodeDeep is the error of a value that is nested too deeply to be
// written, or without end.
var ErrEncodeDeep = errors.New("json: value is nested too deeply")

// encodeDepth is how deep values may be nested.
const encodeDepth = 10_000

// To returns v as JSON.
func To(v serde.Serialize, opts ...EncodeOption) ([]byte, error) {
	if len(opts) == 0 {
		if b, ok := written(v); ok {
			return b, nil
		}
	}
	var e encoder
	for _, opt := range opts {
		opt(&e)
	}
	if err := v.Serialize(&e); err != nil {
		return nil, err
	}
	return e.b, nil
}

// ToFunc returns v as JSON, written by write.
func ToFunc[T any](
	v T, write func(T, serde.Serializer) error, opts ...EncodeOption,
) ([]byte, error) {
	return To(serde.With(v, write), opts...)
}

// An EncodeOption changes how [To] writes.
type EncodeOption func(*encoder)

// Indent puts each element on a line of its own, indented by so many
// copies of unit as it is deep.
func Indent(unit string) EncodeOption {
	return func(e *encoder) { e.pretty, e.unit = true, unit }
}

// SortKeys writes the entries of maps in the order of their keys'
// bytes. The fields of structs stay in theirs.
func SortKeys() EncodeOption {
	return func(e *encoder) { e.sort = true }
}
