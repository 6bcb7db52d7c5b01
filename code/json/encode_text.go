package json

import (
	"math"
	"strconv"

	"byhand/code/serde"
)

// appendString appends s in quotes. It escapes what RFC 8259 says must
// be: quotes, backslashes, and what is below a space.
func appendString(b []byte, s string) ([]byte, error) {
	b, ok := quote(b, s)
	if !ok {
		return b, serde.Invalid("UTF-8", strconv.Quote(s))
	}
	return b, nil
}

// appendFloat appends the shortest text that reads as v again, with an
// exponent where ECMAScript would write one.
func appendFloat(b []byte, v float64, bits int) ([]byte, error) {
	if bits == 64 {
		if b, ok := appendShortest(b, v); ok {
			return b, nil
		}
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return b, serde.Invalid("a finite number",
			strconv.FormatFloat(v, 'g', -1, bits))
	}
	form, a := byte('f'), math.Abs(v)
	tiny, huge := a < 1e-6, a >= 1e21
	if bits == 32 {
		tiny, huge = float32(a) < 1e-6, float32(a) >= 1e21
	}
	if a != 0 && (tiny || huge) {
		form = 'e'
	}
	b = strconv.AppendFloat(b, v, form, -1, bits)
	if n := len(b); n >= 4 && b[n-4] == 'e' && b[n-2] == '0' {
		b[n-2] = b[n-1] // e-09 to e-9
		b = b[:n-1]
	}
	return b, nil
}

const hex = "0123456789abcdef"

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	}
	return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}
