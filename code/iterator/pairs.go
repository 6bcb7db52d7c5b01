package iterator

// Seq2 is a sequence of pairs.
type Seq2[K, V any] func(yield func(K, V) bool)

// Enumerate returns each element with its position, from 0.
func (s Seq[T]) Enumerate() seq2B[int, T] {
	return func(yield func(int, T) bool) {
		i := -1
		s(func(x T) bool {
			i++
			return yield(i, x)
		})
	}
}

// Zip returns each element with the one at its position in with, until
// either ends.
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

// Filter returns the pairs that keep is true for.
func (s Seq2[K, V]) Filter(keep func(K, V) bool) seq2B[K, V] {
	return func(yield func(K, V) bool) {
		s(func(k K, v V) bool { return !keep(k, v) || yield(k, v) })
	}
}

// Keys returns the first of each pair.
func (s Seq2[K, V]) Keys() seqB[K] {
	return func(yield func(K) bool) {
		s(func(k K, _ V) bool { return yield(k) })
	}
}

// Values returns the second of each pair.
func (s Seq2[K, V]) Values() seqB[V] {
	return func(yield func(V) bool) {
		s(func(_ K, v V) bool { return yield(v) })
	}
}
