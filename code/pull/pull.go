// Package pull has iterators that are asked for each element.
package pull

// Iterator hands out elements one at a time.
type Iterator[T any] interface {
	// Next returns the next element, and false if there is none.
	Next() (T, bool)
}

type slice[T any] struct {
	rest []T
}

func (s *slice[T]) Next() (x T, ok bool) {
	if len(s.rest) == 0 {
		return x, false
	}
	x, s.rest = s.rest[0], s.rest[1:]
	return x, true
}

// From returns an iterator over the elements of v.
func From[T any](v []T) Iterator[T] {
	return &slice[T]{v}
}

type filter[T any] struct {
	src  Iterator[T]
	keep func(T) bool
}

func (f *filter[T]) Next() (T, bool) {
	for {
		x, ok := f.src.Next()
		if !ok || f.keep(x) {
			return x, ok
		}
	}
}

// Collect returns all elements of src in a slice.
func Collect[T any](src Iterator[T]) (all []T) {
	for {
		x, ok := src.Next()
		if !ok {
			return all
		}
		all = append(all, x)
	}
}

// Fold returns f(… f(f(acc, x₁), x₂) …, xₙ).
func Fold[A, T any](src Iterator[T], acc A, f func(A, T) A) A {
	for {
		x, ok := src.Next()
		if !ok {
			return acc
		}
		acc = f(acc, x)
	}
}

// Filter returns the elements of src that satisfy keep.
func Filter[T any](src Iterator[T], keep func(T) bool) Iterator[T] {
	return &filter[T]{src, keep}
}

type mapped[T, U any] struct {
	src Iterator[T]
	f   func(T) U
}

func (m *mapped[T, U]) Next() (y U, ok bool) {
	x, ok := m.src.Next()
	if !ok {
		return y, false
	}
	return m.f(x), true
}

// Map returns f of each element of src.
func Map[T, U any](src Iterator[T], f func(T) U) Iterator[U] {
	return &mapped[T, U]{src, f}
}

type take[T any] struct {
	src  Iterator[T]
	left int
}

func (t *take[T]) Next() (x T, ok bool) {
	if t.left <= 0 {
		return x, false
	}
	t.left--
	return t.src.Next()
}

// Take returns the first n elements of src.
func Take[T any](src Iterator[T], n int) Iterator[T] {
	return &take[T]{src, n}
}
