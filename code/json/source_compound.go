package json

import "byhand/code/serde"

// ReadSlice reads an array of what elem reads into a new slice.
func ReadSlice[S ~[]T, T any](
	p *S, s *Source, i int, elem func(*T, *Source, int) int,
) int {
	v := S{}
	i = s.space(s.open(i, '['))
	if start := i; s.B[i] != ']' {
		for comma := true; comma; comma = s.B[i-1] == ',' {
			v = grow(v, i-start, s.end-i)
			i = s.space(elem(&v[len(v)-1], s, i)) + 1
		}
		i--
	}
	*p = v
	return s.shut(i, ']')
}

// ReadArray reads an array of len(v) elements.
func ReadArray[T any](
	v []T, s *Source, i int, elem func(*T, *Source, int) int,
) int {
	i = s.open(i, '[')
	for k := range v {
		if k > 0 {
			if s.B[i] != ',' {
				return s.Fail()
			}
			i++
		}
		i = s.space(elem(&v[k], s, i))
	}
	return s.shut(s.space(i), ']')
}

// ReadMap reads an object into a new map.
func ReadMap[M ~map[K]V, K ~string, V any](
	p *M, s *Source, i int, elem func(*V, *Source, int) int,
) int {
	m := M{}
	for i = s.Object(i); s.B[i] == '"'; i = s.Next(i) {
		var k K
		if i = s.space(ReadString(&k, s, i)); s.B[i] != ':' {
			return s.Fail()
		}
		var v V
		i = elem(&v, s, i+1)
		n := len(m)
		if m[k] = v; len(m) == n {
			return s.Fail() // the key was there before
		}
	}
	*p = m
	return s.End(i)
}

// ReadPointer reads null as nil, and else a new value.
func ReadPointer[T any](
	p **T, s *Source, i int, elem func(*T, *Source, int) int,
) int {
	i = s.space(i)
	if string(s.B[i:i+4]) == "null" {
		*p = nil
		return i + 4
	}
	*p = new(T)
	return elem(*p, s, i)
}

// ReadOption reads null, or some value.
func ReadOption[T any](
	p *serde.Option[T], s *Source, i int,
	elem func(*T, *Source, int) int,
) int {
	i = s.space(i)
	if string(s.B[i:i+4]) == "null" {
		*p = serde.Null[T]()
		return i + 4
	}
	var v T
	i = elem(&v, s, i)
	*p = serde.Some(v)
	return i
}

// grow appends a zero T. If there is no room, it makes some for twice
// as many, but hardly more than rest bytes have if they are like those
// before, which are done.
func grow[S ~[]T, T any](v S, done, rest int) S {
	n := len(v)
	switch {
	case n < cap(v):
		return v[:n+1]
	case n == 0:
		return make(S, 1, 2)
	}
	share := float64(n) * float64(rest) / float64(done)
	more := max(n/4, int(min(float64(n), share+1)))
	all := make(S, n+1, n+more)
	copy(all, v)
	return all
}
