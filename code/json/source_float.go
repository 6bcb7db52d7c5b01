package json

import (
	"strconv"
	"unsafe"

	"byhand/code/serde"
)

// ReadFloat reads a number, rounded to the nearest T.
func ReadFloat[T serde.Floating](p *T, s *Source, i int) int {
	// Sizeof looks at the type alone, and reads no memory.
	f, i := s.float(s.space(i), int(unsafe.Sizeof(*p))*8)
	*p = T(f)
	return i
}

// float reads a number, rounded to so many bits.
func (s *Source) float(i, bits int) (f float64, end int) {
	start, negative := i, s.B[i] == '-'
	if negative {
		i++
	}
	m, exp, n, i := s.decimal(i)
	if f, ok := scale(m, exp); ok && n <= 19 && bits == 64 {
		if negative {
			f = -f
		}
		return f, i
	}
	f, err := strconv.ParseFloat(string(s.B[start:i]), bits)
	if err != nil {
		return 0, s.Fail()
	}
	return f, i
}

// others marks the bytes of w that are no digits, as stops does.
func others(w uint64) uint64 {
	return ((w + ones*0x46) | (w - ones*'0')) & highs
}

// decimal8 returns the number that eight digits are: first the pairs,
// then all four of them by two multiplications.
func decimal8(w uint64) uint64 {
	w -= ones * '0'
	w = w*10 + w>>8
	const mask = 0xff<<32 | 0xff
	return (w&mask*(1e6<<32+100) + w>>16&mask*(1e4<<32+1)) >> 32
}

// appendDigits appends the digits that begin at b[i] to the number m.
func appendDigits(m uint64, b []byte, i int) (n uint64, end int) {
	for {
		w := load(b, i)
		marks := others(w)
		if marks == 0 {
			m = m*1e8 + decimal8(w)
			i += 8
			continue
		}
		n := lowest(marks)
		w = w<<(64-8*n) | ones*'0'>>(8*n) // zeros before the digits
		return m*tens[n] + decimal8(w), i + n
	}
}

var tens = [...]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7}

// exponent reads what follows an e.
func (s *Source) exponent(i int) (e, end int) {
	negative := s.B[i] == '-'
	if negative || s.B[i] == '+' {
		i++
	}
	start := i
	for isDigit(s.B[i]) {
		e = min(e*10+int(s.B[i]-'0'), 1e6) // too large anyway
		i++
	}
	if i == start {
		return 0, s.Fail()
	}
	if negative {
		e = -e
	}
	return e, i
}

// decimal reads a number without its sign: n digits, which are m if
// they are at most 19, times 10^exp.
func (s *Source) decimal(i int) (m uint64, exp, n, end int) {
	b, start := s.B, i
	for isDigit(b[i]) && i-start < 8 {
		m = m*10 + uint64(b[i]-'0')
		i++
	}
	if isDigit(b[i]) {
		m, i = appendDigits(m, b, i)
	}
	n = i - start
	if n == 0 || n > 1 && b[start] == '0' {
		return 0, 0, 0, s.Fail()
	}
	if b[i] == '.' {
		dot := i + 1
		m, i = appendDigits(m, b, dot)
		exp = dot - i
		if n -= exp; exp == 0 {
			return 0, 0, 0, s.Fail()
		}
	}
	if b[i]|0x20 == 'e' {
		e := 0
		e, i = s.exponent(i + 1)
		exp += e
	}
	return m, exp, n, i
}
