package json

import "unicode/utf8"

// load8 loads the first eight bytes of v, at once.
func load8(v string) uint64 {
	_ = v[7]
	return uint64(v[0]) | uint64(v[1])<<8 | uint64(v[2])<<16 |
		uint64(v[3])<<24 | uint64(v[4])<<32 | uint64(v[5])<<40 |
		uint64(v[6])<<48 | uint64(v[7])<<56
}

// plainText returns how many bytes of v need no escape, and whether
// they are anything but ASCII.
func plainText(v string) (n int, other bool) {
	all := uint64(0)
	for ; n+8 <= len(v); n += 8 {
		w := load8(v[n:])
		marks := stops(w)
		if marks != 0 {
			all |= w & (marks&-marks - 1)
			return n + lowest(marks), all&highs != 0
		}
		all |= w
	}
	w := uint64(0) // its NULs are stops behind the last byte
	if rest := len(v) - n; n > 0 {
		w = load8(v[len(v)-8:]) >> (64 - 8*rest)
	} else {
		for i := range rest {
			w |= uint64(v[i]) << (8 * i)
		}
	}
	marks := stops(w)
	all |= w & (marks&-marks - 1)
	return n + lowest(marks), all&highs != 0
}

// AppendString writes a string.
func AppendString[T ~string](v *T, b []byte, k *Sink) []byte {
	return k.string(string(*v), b)
}

func (k *Sink) string(v string, b []byte) []byte {
	b = append(b, '"')
	done, other := 0, false
	for {
		n, more := plainText(v[done:])
		other = other || more
		b = append(b, v[done:done+n]...)
		if done += n; done == len(v) {
			break
		}
		b = appendEscape(b, v[done])
		done++
	}
	if other && !utf8.ValidString(v) {
		k.failed = true
	}
	return append(b, '"')
}
