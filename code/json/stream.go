package json

import (
	"errors"
	"io"

	"byhand/code/iterator"
	"byhand/code/serde"
)

// within makes the place of err, in the last value, one in the input.
func (s *splitter) within(err error) error {
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	s.told = true
	offset, line, column := s.place(s.start)
	if e.Line == 1 {
		e.Column += column - 1
	}
	e.Offset += offset
	e.Line += line - 1
	e.Path = s.path() + e.Path[1:]
	return err
}

// values yields the bytes of each value, and at last those of none if
// there is an error.
func (s *splitter) values(yield func([]byte) bool) {
	for s.bad == nil && s.next() {
		if !yield(s.b[s.start:s.end]) {
			return
		}
	}
	if s.bad != nil && !s.told {
		yield(nil)
	}
}

// Stream returns the values in r: the elements of an array, or values
// that follow one another, as in NDJSON, the first of them no array. It holds one of them at a
// time. With the first error it ends; the place is that in r. It can
// be run once.
func Stream[T any, P serde.Target[T]](
	r io.Reader, opts ...Option,
) iterator.Seq2[T, error] {
	s := &splitter{r: r, line: 1, column: 1}
	for _, opt := range opts {
		opt(&s.options)
	}
	read := func(b []byte) (v T, err error) {
		if s.bad == nil {
			v, err = From[T, P](b, opts...)
			s.bad = s.within(err)
		}
		return v, s.bad
	}
	return iterator.TryMap(s.values, read)
}
