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

func load4(v string) uint64 {
	_ = v[3]
	return uint64(v[0]) | uint64(v[1])<<8 | uint64(v[2])<<16 |
		uint64(v[3])<<24
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
	switch n = len(v); {
	case n >= 8:
		w = load8(v[n-8:])
		binary.LittleEndian.PutUint64(to[n-8:], w)
	case n >= 4:
		w = load4(v)<<32 | load4(v[n-4:])
		binary.LittleEndian.PutUint32(to, uint32(w>>32))
		binary.LittleEndian.PutUint32(to[n-4:], uint32(w))
	default:
		for i := range n {
			w = w<<8 | uint64(v[i])
			to[i] = v[i]
		}
	}
	return marks|stops(w) == 0, (all|w)&highs == 0
}

// escapeText appends v in quotes, of which some bytes need an escape.
func escapeText(b []byte, v string) []byte {
	b = append(b, '"')
	done, i := 0, 0
	for i < len(v) {
		if i+8 <= len(v) {
			marks := stops(load8(v[i:]))
			if marks == 0 {
				i += 8
				continue
			}
			i += lowest(marks)
		}
		if c := v[i]; c < ' ' || c == '"' || c == '\\' {
			b = append(b, v[done:i]...)
			b = appendEscape(b, c)
			done = i + 1
		}
		i++
	}
	b = append(b, v[done:]...)
	return append(b, '"')
}

// AppendString writes a string.
func AppendString[T ~string](v *T, b []byte, k *Sink) []byte {
	return k.string(string(*v), b)
}

func (k *Sink) string(v string, b []byte) []byte {
	b, ok := quote(b, v)
	k.failed = k.failed || !ok
	return b
}

// quote appends v in quotes, and reports whether it is UTF-8.
func quote(b []byte, v string) (to []byte, ok bool) {
	start := len(b) + 1
	end := start + len(v)
	b = slices.Grow(b, len(v)+9)
	to = b[:end+8] // valid looks so far
	to[start-1], to[end] = '"', '"'
	plain, ascii := copyText(to[start:end], v)
	ok = ascii || valid(to, start, end)
	if plain {
		return to[:end+1], ok
	}
	return escapeText(b, v), ok
}
