package iterator

// Collect returns all elements in a slice, nil if there are none.
func (s Seq[T]) Collect() []T {
	var all []T
	s(func(x T) bool {
		all = append(all, x)
		return true
	})
	return all
}

// ForEach calls f with each element.
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

// Fold is the function Fold for an acc of the type of the elements.
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
// there are no elements. Compare is as in the package slices.
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
	return s.MinFunc(func(a, b T) int { return compare(b, a) })
}

// Find returns the first element that is is true for, and false if
// there is none.
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

// Any reports whether is is true for an element.
func (s Seq[T]) Any(is func(T) bool) bool {
	_, ok := s.Find(is)
	return ok
}

// All reports whether is is true for all elements.
func (s Seq[T]) All(is func(T) bool) bool {
	return !s.Any(func(x T) bool { return !is(x) })
}

// Position returns where the first element stands that is is true for,
// and -1 if there is none.
func (s Seq[T]) Position(is func(T) bool) int {
	n, more := 0, true
	s(func(x T) bool {
		n++
		more = !is(x)
		return more
	})
	if more {
		return -1
	}
	return n - 1
}
