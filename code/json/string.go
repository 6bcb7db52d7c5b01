package json

import (
	"unicode/utf16"
	"unicode/utf8"
)

// What scanString expected where it may be told to put up with what it
// found.
const (
	wantUTF8 = "UTF-8"
	wantPair = "a pair of surrogates"
)

// scanRune returns where the character at b[i] ends, or i if it is no
// UTF-8.
func scanRune(b []byte, i int) (end int, expected string) {
	r, size := utf8.DecodeRune(b[i:])
	if r == utf8.RuneError && size == 1 {
		return i, wantUTF8
	}
	return i + size, ""
}

// scanEscape returns where the escape at b[i] ends, or goes wrong.
func scanEscape(b []byte, i int) (end int, expected string) {
	if i++; i < len(b) {
		switch b[i] {
		case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
			return i + 1, ""
		case 'u':
			return scanUnicode(b, i-1)
		}
	}
	return i, `one of " \ / b f n r t u`
}

// scanUnicode does so for \uXXXX, and a pair of them.
func scanUnicode(b []byte, i int) (end int, expected string) {
	r, end := hex4(b, i+2)
	if end < i+6 {
		return end, "a hexadecimal digit"
	}
	if !utf16.IsSurrogate(r) {
		return end, ""
	}
	if _, end := decodePair(b, i); end > 0 {
		return end, ""
	}
	return i, wantPair
}

// decodePair decodes the pair of surrogates that begins at b[i]; end is
// 0 if none does.
func decodePair(b []byte, i int) (r rune, end int) {
	high, end := hex4(b, i+2)
	if end+1 < len(b) && b[end] == '\\' && b[end+1] == 'u' {
		low, end := hex4(b, end+2)
		r = utf16.DecodeRune(high, low)
		if end == i+12 && r != utf8.RuneError {
			return r, end
		}
	}
	return utf8.RuneError, 0
}

// hex4 decodes the four hexadecimal digits at b[i]. If there are fewer,
// it ends early.
func hex4(b []byte, i int) (r rune, end int) {
	for end = i; end < i+4 && end < len(b); end++ {
		switch c := b[end]; {
		case isDigit(c):
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return r, end
		}
	}
	return r, end
}

// scanString returns the index of the quote that ends the string whose
// text begins at b[i], and whether the text stands there as it is; else
// where it goes wrong, and what was expected there. Lax lets through
// what is no UTF-8 and no pair of surrogates.
func scanString(
	b []byte, i int, lax bool,
) (end int, plain bool, expected string) {
	for plain = true; i < len(b); {
		if i = skipPlain(b, i); i == len(b) {
			break
		}
		next := i + 1
		switch c := b[i]; {
		case c == '"':
			return i, plain, ""
		case c < ' ':
			return i, false, "an escape for a control character"
		case c == '\\':
			plain = false
			next, expected = scanEscape(b, i)
		case c >= utf8.RuneSelf:
			next, expected = scanRune(b, i)
		}
		if lax && (expected == wantUTF8 || expected == wantPair) {
			next, plain, expected = i+1, false, ""
		}
		if expected != "" {
			return next, false, expected
		}
		i = next
	}
	return i, false, "a quote at the end of the string"
}

// appendText appends what text, which scanString let through, stands
// for.
func appendText(to, text []byte) []byte {
	for i := 0; i < len(text); {
		c := text[i]
		if c == '\\' {
			to, i = appendUnescaped(to, text, i)
		} else if c < utf8.RuneSelf {
			to, i = append(to, c), i+1
		} else {
			r, size := utf8.DecodeRune(text[i:])
			to, i = utf8.AppendRune(to, r), i+size
		}
	}
	return to
}

// appendUnescaped appends what the escape at b[i] stands for, and
// returns where it ends.
func appendUnescaped(to, b []byte, i int) ([]byte, int) {
	c := b[i+1]
	switch c {
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'u':
		r, end := hex4(b, i+2)
		if utf16.IsSurrogate(r) {
			if pair, stop := decodePair(b, i); stop > 0 {
				r, end = pair, stop
			}
		}
		return utf8.AppendRune(to, r), end // half a pair: U+FFFD
	}
	return append(to, c), i + 2
}

// skipPlain returns the next place that may be no plain ASCII.
func skipPlain(b []byte, i int) int {
	for i+8 <= len(b) {
		w := load(b, i)
		if marks := stops(w) | w&highs; marks != 0 {
			return i + lowest(marks)
		}
		i += 8
	}
	return i
}
