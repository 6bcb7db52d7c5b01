package json

// valid reports whether b[i:end] is UTF-8, if b[end] is ASCII. It looks
// at a character at a time, in eight bytes that it loads at once, also
// behind the end.
func valid(b []byte, i, end int) bool {
	for i < end {
		switch w := load(b, i); {
		case w&highs == 0:
			i += 8
		case w&0xc0c0f0c0c0f0 == 0x8080e08080e0 &&
			inner(w) && inner(w>>24):
			i += 6 // two of three bytes
		case w&0x80 == 0:
			i++
		case w&0xc0e0 == 0x80c0 && w&0x1e != 0:
			i += 2
		case w&0xc0c0f0 == 0x8080e0 && inner(w):
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

// inner reports whether the character of three bytes that w begins with
// needs them, and is no surrogate.
func inner(w uint64) bool {
	return w&0x200f != 0 && w&0x200f != 0x200d
}
