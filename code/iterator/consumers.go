package iterator

// Collect returns the elements in a new slice, nil if there are none.
func (s Seq[T]) Collect() []T {
	var all []T
	s(func(x T) bool {
		all = append(all, x)
		return true
	})
	return all
}

// ForEach calls f with each element, in order.
func (s Seq[T]) ForEach(f func(T)) {
	s(func(x T) bool {
		f(x)
		return true
	})
}

// Count returns how many elements there are.
func (s Seq[T]) Count() (n int) {
	s(func(T) bool {
		n++
		return true
	})
	return n
}

// Fold starts with acc, replaces it by f(acc, x) for each element x,
// and returns the last.
func (s Seq[T]) Fold(acc T, f func(acc, x T) T) T {
	s(func(x T) bool {
		acc = f(acc, x)
		return true
	})
	return acc
}

// Reduce starts with the first element and replaces it by f(acc, x) for
// each element x after it. It returns false if there are no elements.
func (s Seq[T]) Reduce(f func(acc, x T) T) (acc T, ok bool) {
	s(func(x T) bool {
		if ok {
			x = f(acc, x)
		}
		acc, ok = x, true
		return true
	})
	return acc, ok
}

// MinFunc returns the least element, the first of several, and false if
// there are no elements. As in package slices, compare returns a number
// that is negative when a < b.
func (s Seq[T]) MinFunc(compare func(a, b T) int) (least T, ok bool) {
	return s.Reduce(func(acc, x T) T {
		if compare(x, acc) < 0 {
			return x
		}
		return acc
	})
}

// MaxFunc returns the greatest element, the first of several, and false
// if there are no elements.
func (s Seq[T]) MaxFunc(compare func(a, b T) int) (most T, ok bool) {
	return s.Reduce(func(acc, x T) T {
		if compare(x, acc) > 0 {
			return x
		}
		return acc
	})
}

// Find returns the first element that satisfies is, and false if there
// is none.
func (s Seq[T]) Find(is func(T) bool) (found T, ok bool) {
	s(func(x T) bool {
		if !is(x) {
			return true
		}
		found, ok = x, true
		return false
	})
	return found, ok
}

// Any reports whether at least one element satisfies is.
func (s Seq[T]) Any(is func(T) bool) bool {
	_, ok := s.Find(is)
	return ok
}

// All reports whether no element fails to satisfy is.
func (s Seq[T]) All(is func(T) bool) bool {
	return !s.Any(func(x T) bool { return !is(x) })
}

// Position returns the position, from 0, of the first element that
// satisfies is, and -1 if there is none.
func (s Seq[T]) Position(is func(T) bool) int {
	at, n := -1, 0
	s(func(x T) bool {
		if is(x) {
			at = n
		}
		n++
		return at < 0
	})
	return at
}
