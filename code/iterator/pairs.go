package iterator

// Seq2 is a sequence of pairs: a function that calls yield with each
// pair, until there are no more or yield returns false.
type Seq2[K, V any] func(yield func(K, V) bool)

// Enumerate returns the sequence of pairs of a position, from 0, and
// the element that stands there.
func (s Seq[T]) Enumerate() seq2B[int, T] {
	return func(yield func(int, T) bool) {
		i := -1
		s(func(x T) bool {
			i++
			return yield(i, x)
		})
	}
}

// Zip returns the sequence of pairs of an element and the one at its
// position in with, until either ends.
func (s Seq[T]) Zip(with []T) seq2B[T, T] {
	return func(yield func(T, T) bool) {
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

// Filter returns the sequence of the pairs that satisfy keep.
func (s Seq2[K, V]) Filter(keep func(K, V) bool) seq2B[K, V] {
	return func(yield func(K, V) bool) {
		s(func(k K, v V) bool { return !keep(k, v) || yield(k, v) })
	}
}

// Keys returns the sequence of the first of each pair.
func (s Seq2[K, V]) Keys() seqB[K] {
	return func(yield func(K) bool) {
		s(func(k K, _ V) bool { return yield(k) })
	}
}

// Values returns the sequence of the second of each pair.
func (s Seq2[K, V]) Values() seqB[V] {
	return func(yield func(V) bool) {
		s(func(_ K, v V) bool { return yield(v) })
	}
}
