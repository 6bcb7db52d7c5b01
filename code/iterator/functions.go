package iterator

// Map returns the sequence of f(x) for each element x. It is [Seq.Map]
// for an f whose result has another type.
func Map[T, U any](s func(yield func(T) bool), f func(T) U) Seq[U] {
	return func(yield func(U) bool) {
		s(func(x T) bool { return yield(f(x)) })
	}
}

// Fold starts with acc, replaces it by f(acc, x) for each element x,
// and returns the last.
func Fold[A, T any](
	s func(yield func(T) bool), acc A, f func(acc A, x T) A,
) A {
	s(func(x T) bool {
		acc = f(acc, x)
		return true
	})
	return acc
}

// Chunks returns the sequence of groups of n elements, in slices that
// the caller may keep. The last may be shorter. It panics if n < 1.
func Chunks[T any](s func(yield func(T) bool), n int) Seq[[]T] {
	if n < 1 {
		panic("iterator: chunks of less than 1")
	}
	return func(yield func([]T) bool) {
		var chunk []T
		more := true
		s(func(x T) bool {
			chunk = append(chunk, x)
			if len(chunk) == n {
				more = yield(chunk)
				chunk = nil
			}
			return more
		})
		if len(chunk) > 0 {
			yield(chunk)
		}
	}
}

// Windows returns the sequence of all runs of n neighbours, none if
// there are fewer elements. Windows overlap in memory: who changes one
// may change the next. It panics if n < 1.
func Windows[T any](s func(yield func(T) bool), n int) Seq[[]T] {
	if n < 1 {
		panic("iterator: windows of less than 1")
	}
	return func(yield func([]T) bool) {
		var window []T
		s(func(x T) bool {
			if len(window) == n {
				window = window[1:]
			}
			window = append(window, x)
			return len(window) < n || yield(window[:n:n])
		})
	}
}

// Fold2 is Fold for pairs.
func Fold2[A, K, V any](
	s func(yield func(K, V) bool), acc A, f func(acc A, k K, v V) A,
) A {
	s(func(k K, v V) bool {
		acc = f(acc, k, v)
		return true
	})
	return acc
}
