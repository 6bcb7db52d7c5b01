package json

import (
	"strconv"
	"sync"

	"byhand/code/serde"
)

// A Sink is what generated code keeps in mind while it writes without
// visitors. It is exported for that code alone.
//
// A function that writes gets the value, the bytes to append to, and
// the sink. It returns the bytes.
type Sink struct {
	failed bool
	depth  int
	room   []byte // of values that were written before
}

// Enter goes a level deeper, to be left by Leave, if there is one.
func (k *Sink) Enter() bool {
	k.depth++
	k.failed = k.failed || k.depth > encodeDepth
	return !k.failed
}

// Leave goes back from a level.
func (k *Sink) Leave() { k.depth-- }

// AppendBool writes true or false.
func AppendBool[T ~bool](v *T, b []byte, _ *Sink) []byte {
	return strconv.AppendBool(b, bool(*v))
}

// AppendInt writes an integer.
func AppendInt[T serde.Signed](v *T, b []byte, _ *Sink) []byte {
	return strconv.AppendInt(b, int64(*v), 10)
}

// AppendUint writes an integer.
func AppendUint[T serde.Unsigned](v *T, b []byte, _ *Sink) []byte {
	return strconv.AppendUint(b, uint64(*v), 10)
}

// CloseObject ends an object of which each field ended in a comma.
func CloseObject(b []byte) []byte { return closeWith(b, '}') }

// closeWith puts bracket in the place of a comma, or behind a bracket.
func closeWith(b []byte, bracket byte) []byte {
	if last := len(b) - 1; b[last] == ',' {
		b[last] = bracket
		return b
	}
	return append(b, bracket)
}

// A type with these methods, which derive writes, is written without
// visitors.
type directWriter interface {
	AppendJSON(b []byte, k *Sink) []byte
	DerivedJSON(v any) bool // whether v is of the type itself
}

var sinks = sync.Pool{New: func() any { return new(Sink) }}

// written returns v as JSON, if it can be written directly.
func written(v serde.Serialize) (b []byte, ok bool) {
	w, ok := v.(directWriter)
	if !ok || !w.DerivedJSON(v) {
		return nil, false
	}
	k := sinks.Get().(*Sink)
	k.failed, k.depth = false, 0
	all := w.AppendJSON(k.room[:0], k)
	b, ok = append(b, all...), !k.failed
	if cap(all) <= maxPooled {
		k.room = all
		sinks.Put(k)
	}
	return b, ok
}
