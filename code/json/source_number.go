package json

import "byhand/code/serde"

// ReadBool reads true or false.
func ReadBool[T ~bool](p *T, s *Source, i int) int {
	i = s.space(i)
	if string(s.B[i:i+4]) == "true" {
		*p = true
		return i + 4
	}
	if string(s.B[i:i+5]) != "false" {
		return s.Fail()
	}
	*p = false
	return i + 5
}

// digits reads an integer. It leaves those of more than 19 digits,
// which may not fit, to the visitors.
func (s *Source) digits(i int) (u uint64, end int) {
	b, start := s.B, i
	for isDigit(b[i]) {
		u = u*10 + uint64(b[i]-'0')
		i++
	}
	n := i - start
	if n == 0 || n > 19 || n > 1 && b[start] == '0' ||
		b[i] == '.' || b[i]|0x20 == 'e' {
		return 0, s.Fail()
	}
	return u, i
}

// ReadInt reads an integer that fits into T.
func ReadInt[T serde.Signed](p *T, s *Source, i int) int {
	i = s.space(i)
	negative := s.B[i] == '-'
	if negative {
		i++
	}
	u, i := s.digits(i)
	v := int64(u)
	if negative {
		v = -v
	}
	if *p = T(v); int64(*p) != v || int64(u) < 0 {
		return s.Fail()
	}
	return i
}

// ReadUint reads an integer that fits into T.
func ReadUint[T serde.Unsigned](p *T, s *Source, i int) int {
	u, i := s.digits(s.space(i))
	if *p = T(u); uint64(*p) != u {
		return s.Fail()
	}
	return i
}
