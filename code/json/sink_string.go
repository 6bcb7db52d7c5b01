package json

import (
	"encoding/binary"
	"slices"
)

// load8 loads the first eight bytes of v, at once.
func load8(v string) uint64 {
	_ = v[7]
	return uint64(v[0]) | uint64(v[1])<<8 | uint64(v[2])<<16 |
		uint64(v[3])<<24 | uint64(v[4])<<32 | uint64(v[5])<<40 |
		uint64(v[6])<<48 | uint64(v[7])<<56
}

// copyText copies v to as many bytes. It reports whether v stands in
// JSON as it is, and whether it is ASCII.
func copyText(to []byte, v string) (plain, ascii bool) {
	n, marks, all := 0, uint64(0), uint64(0)
	for ; n+8 <= len(v); n += 8 {
		w := load8(v[n:])
		marks |= stops(w)
		all |= w
		binary.LittleEndian.PutUint64(to[n:], w)
	}
	w := uint64(ones * ' ')
	if n > 0 {
		n = len(v) - 8
		w = load8(v[n:])
		binary.LittleEndian.PutUint64(to[n:], w)
	} else {
		for i := range len(v) {
			w = w<<8 | uint64(v[i])
			to[i] = v[i]
		}
	}
	return marks|stops(w) == 0, (all|w)&highs == 0
}

// escapeText appends v in quotes, of which some bytes need an escape.
func escapeText(b []byte, v string) []byte {
	b = append(b, '"')
	done := 0
	for i := range len(v) {
		if c := v[i]; c < ' ' || c == '"' || c == '\\' {
			b = append(b, v[done:i]...)
			b = appendEscape(b, c)
			done = i + 1
		}
	}
	b = append(b, v[done:]...)
	return append(b, '"')
}

// AppendString writes a string.
func AppendString[T ~string](v *T, b []byte, k *Sink) []byte {
	return k.string(string(*v), b)
}

func (k *Sink) string(v string, b []byte) []byte {
	start := len(b) + 1
	end := start + len(v)
	b = slices.Grow(b, len(v)+9)
	to := b[:end+8] // valid looks so far
	to[start-1], to[end] = '"', '"'
	plain, ascii := copyText(to[start:end], v)
	if !ascii && !valid(to, start, end) {
		k.failed = true
	}
	if plain {
		return to[:end+1]
	}
	return escapeText(b, v)
}
