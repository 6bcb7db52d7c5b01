package json

// Object steps into an object: to its first key, or its end.
func (s *Source) Object(i int) int {
	return s.space(s.open(i, '{'))
}

// open steps behind the bracket that begins the next value.
func (s *Source) open(i int, bracket byte) int {
	i = s.space(i)
	if s.B[i] != bracket || s.depth == 0 {
		return s.Fail()
	}
	s.depth--
	return i + 1
}

// shut steps behind the bracket that ends a value.
func (s *Source) shut(i int, bracket byte) int {
	if s.B[i] != bracket {
		return s.Fail()
	}
	s.depth++
	return i + 1
}

// Next steps from behind a value to the next key, or to the end.
func (s *Source) Next(i int) int {
	if s.B[i] == ',' && s.B[i+1] == '"' {
		return i + 1
	}
	return s.next(i)
}

func (s *Source) next(i int) int {
	i = s.space(i)
	switch s.B[i] {
	case '}':
		return i
	case ',':
		if i = s.space(i + 1); s.B[i] == '"' {
			return i
		}
	}
	return s.Fail()
}

// End steps out of an object.
func (s *Source) End(i int) int { return s.shut(i, '}') }

// Key reads a key and its colon. The key is valid until the next call.
func (s *Source) Key(i int) (key []byte, end int) {
	key, i = s.string(i)
	if i = s.space(i); s.B[i] != ':' {
		return nil, s.Fail()
	}
	return key, i + 1
}

// elements steps over an array, and over each element with read.
func (s *Source) elements(i int, read func(i int) int) int {
	i = s.space(s.open(i, '['))
	if s.B[i] != ']' {
		i = s.space(read(i))
		for s.B[i] == ',' {
			i = s.space(read(i + 1))
		}
	}
	return s.shut(i, ']')
}

// skip steps over a value.
func (s *Source) skip(i int) int {
	i = s.space(i)
	switch s.B[i] {
	case '"':
		_, i = s.string(i)
	case '{':
		for i = s.Object(i); s.B[i] == '"'; i = s.Next(i) {
			_, i = s.Key(i)
			i = s.skip(i)
		}
		i = s.End(i)
	case '[':
		i = s.elements(i, s.skip)
	case 't', 'f':
		var v bool
		i = ReadBool(&v, s, i)
	case 'n':
		if i += 4; string(s.B[i-4:i]) != "null" {
			return s.Fail()
		}
	default:
		var v float64
		i = ReadFloat(&v, s, i)
	}
	return i
}

// Unknown steps over the value of a field that a struct doesn't have.
func (s *Source) Unknown(i int) int {
	if !s.unknown {
		return s.Fail()
	}
	return s.skip(i)
}
