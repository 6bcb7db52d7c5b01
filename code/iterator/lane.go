package iterator

import "iter"

// Lane is a Seq of T whose Map makes elements of type U.
type Lane[T, U any] func(yield func(T) bool)

// To returns s as a sequence that can be mapped to U. The Map ends the
// lane, and returns a sequence of U.
func To[U, T any](s func(yield func(T) bool)) Lane[T, U] {
	return s
}

// Map returns the sequence of f(x) for each element x.
func (s Lane[T, U]) Map(f func(T) U) seqB[U] {
	return func(yield func(U) bool) {
		s(func(x T) bool { return yield(f(x)) })
	}
}

// FlatMap returns the sequence of the elements of f(x), for each x in
// turn.
func (s Lane[T, U]) FlatMap(f func(T) iter.Seq[U]) seqB[U] {
	return func(yield func(U) bool) {
		s(func(x T) bool {
			more := true
			f(x)(func(y U) bool {
				more = yield(y)
				return more
			})
			return more
		})
	}
}

// Fold starts with acc, replaces it by f(acc, x) for each element x,
// and returns the last.
func (s Lane[T, U]) Fold(acc U, f func(acc U, x T) U) U {
	s(func(x T) bool {
		acc = f(acc, x)
		return true
	})
	return acc
}

// TryMap returns the sequence of the results and errors of f(x), for
// each element x.
func (s Lane[T, U]) TryMap(f func(T) (U, error)) seq2B[U, error] {
	return func(yield func(U, error) bool) {
		s(func(x T) bool { return yield(f(x)) })
	}
}

// Zip returns the sequence of pairs of an element and the one at its
// position in with, until either ends.
func (s Lane[T, U]) Zip(with []U) seq2B[T, U] {
	return func(yield func(T, U) bool) {
		if len(with) == 0 {
			return
		}
		i := 0
		s(func(x T) bool {
			i++
			return yield(x, with[i-1]) && i < len(with)
		})
	}
}
