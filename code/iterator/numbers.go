package iterator

import "cmp"

// Number is the constraint of what Sum can add.
type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 | ~complex64 | ~complex128
}

// Sum returns the sum of all elements, and 0 if there are none.
func Sum[T Number](s func(yield func(T) bool)) (sum T) {
	s(func(x T) bool {
		sum += x
		return true
	})
	return sum
}

// Min returns the least element, the first of several, and false if
// there are none. NaN is less than any number.
func Min[T cmp.Ordered](s func(yield func(T) bool)) (least T, ok bool) {
	s(func(x T) bool {
		if !ok || cmp.Less(x, least) {
			least, ok = x, true
		}
		return true
	})
	return least, ok
}

// Max returns the greatest element, the first of several, and false if
// there are none. NaN is less than any number.
func Max[T cmp.Ordered](s func(yield func(T) bool)) (most T, ok bool) {
	s(func(x T) bool {
		if !ok || cmp.Less(most, x) {
			most, ok = x, true
		}
		return true
	})
	return most, ok
}
