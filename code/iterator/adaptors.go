package iterator

import "iter"

// Filter returns the sequence of the elements that satisfy keep.
func (s Seq[T]) Filter(keep func(T) bool) seqB[T] {
	return func(yield func(T) bool) {
		s(func(x T) bool { return !keep(x) || yield(x) })
	}
}

// Map returns the sequence of f(x) for each element x.
func (s Seq[T]) Map(f func(T) T) seqB[T] {
	return func(yield func(T) bool) {
		s(func(x T) bool { return yield(f(x)) })
	}
}

// Take returns the sequence of the first n elements, or of all if there
// are fewer. It reads no element beyond them.
func (s Seq[T]) Take(n int) seqB[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		left := n
		s(func(x T) bool {
			left--
			return yield(x) && left > 0
		})
	}
}

// TakeWhile returns the sequence of the elements before the first that
// does not satisfy keep.
func (s Seq[T]) TakeWhile(keep func(T) bool) seqB[T] {
	return func(yield func(T) bool) {
		s(func(x T) bool { return keep(x) && yield(x) })
	}
}

// SkipWhile returns the sequence of the elements from the first that
// does not satisfy skip.
func (s Seq[T]) SkipWhile(skip func(T) bool) seqB[T] {
	return func(yield func(T) bool) {
		skipping := true
		s(func(x T) bool {
			skipping = skipping && skip(x)
			return skipping || yield(x)
		})
	}
}

// Skip returns the sequence of the elements after the first n.
func (s Seq[T]) Skip(n int) seqB[T] {
	return func(yield func(T) bool) {
		left := n
		s(func(x T) bool {
			if left > 0 {
				left--
				return true
			}
			return yield(x)
		})
	}
}

// StepBy returns the sequence of the first element and every n-th after
// it. It panics if n < 1.
func (s Seq[T]) StepBy(n int) seqB[T] {
	if n < 1 {
		panic("iterator: steps of less than 1")
	}
	return func(yield func(T) bool) {
		left := 1 // until the next that is wanted
		s(func(x T) bool {
			if left--; left > 0 {
				return true
			}
			left = n
			return yield(x)
		})
	}
}

// Inspect returns the same sequence, and calls look with each element
// that passes by.
func (s Seq[T]) Inspect(look func(T)) seqB[T] {
	return func(yield func(T) bool) {
		s(func(x T) bool {
			look(x)
			return yield(x)
		})
	}
}

// Chain returns the sequence of the elements of s, then those of next.
func (s Seq[T]) Chain(next func(yield func(T) bool)) seqB[T] {
	return func(yield func(T) bool) {
		more := true
		s(func(x T) bool {
			more = yield(x)
			return more
		})
		if more {
			next(yield)
		}
	}
}

// FlatMap returns the sequence of the elements of f(x), for each x in
// turn.
func (s Seq[T]) FlatMap(f func(T) iter.Seq[T]) seqB[T] {
	return func(yield func(T) bool) {
		s(func(x T) bool {
			more := true
			f(x)(func(y T) bool {
				more = yield(y)
				return more
			})
			return more
		})
	}
}

// Iter returns s as the standard library's type.
func (s Seq[T]) Iter() iter.Seq[T] {
	return iter.Seq[T](s)
}
