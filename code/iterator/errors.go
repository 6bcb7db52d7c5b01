package iterator

// TryMap returns the sequence of the results and errors of f(x), for
// each element x.
func TryMap[T, U any](
	s func(yield func(T) bool), f func(T) (U, error),
) Seq2[U, error] {
	return func(yield func(U, error) bool) {
		s(func(x T) bool { return yield(f(x)) })
	}
}

// Catch returns the sequence of the elements before the first error,
// and ends there. Each run sets *err to that error, or to nil if it has
// met none.
func Catch[T any](
	err *error, s func(yield func(T, error) bool),
) Seq[T] {
	return func(yield func(T) bool) {
		*err = nil
		s(func(x T, bad error) bool {
			*err = bad
			return bad == nil && yield(x)
		})
	}
}
