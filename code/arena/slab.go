package arena

// A Slab hands out room for values that may have Go pointers, many at
// a time. The zero Slab is ready to use, and must not be copied after
// that: both would fill the same chunk. The collector frees a chunk
// when nothing points into it.
type Slab[T any] struct {
	chunk []T
}

const perChunk = 512

// Put stores v, and returns where it is.
func (s *Slab[T]) Put(v T) *T {
	if len(s.chunk) == cap(s.chunk) {
		s.chunk = make([]T, 0, perChunk)
	}
	s.chunk = append(s.chunk, v)
	return &s.chunk[len(s.chunk)-1]
}
