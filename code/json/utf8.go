package json

import "encoding/binary"

// valid reports whether b[i:end] is UTF-8. It looks at a character at a
// time, in four bytes that it loads at once, also behind the end.
func valid(b []byte, i, end int) bool {
	for i < end {
		switch w := binary.LittleEndian.Uint32(b[i:]); {
		case w&0x80808080 == 0:
			i += 4
		case w&0x80 == 0:
			i++
		case w&0xc0e0 == 0x80c0 && w&0x1e != 0:
			i += 2
		case w&0xc0c0f0 == 0x8080e0 && w&0x200f != 0 &&
			w&0x200f != 0x200d:
			i += 3
		case w&0xc0c0c0f8 == 0x808080f0 && w&0x3007 != 0 &&
			(w&7 < 4 || w&0x3007 == 4):
			i += 4
		default:
			return false
		}
	}
	return true
}
