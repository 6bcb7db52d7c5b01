package pull

// FilterOf is a Filter that names the type of its source.
type FilterOf[I Iterator[T], T any] struct {
	Src  I
	Keep func(T) bool
}

func (f *FilterOf[I, T]) Next() (T, bool) {
	for {
		x, ok := f.Src.Next()
		if !ok || f.Keep(x) {
			return x, ok
		}
	}
}

// MapOf is a Map that names the type of its source.
type MapOf[I Iterator[T], T, U any] struct {
	Src I
	F   func(T) U
}

func (m *MapOf[I, T, U]) Next() (y U, ok bool) {
	x, ok := m.Src.Next()
	if !ok {
		return y, false
	}
	return m.F(x), true
}

// FoldOf is a Fold that names the type of its source.
func FoldOf[I Iterator[T], A, T any](src I, acc A, f func(A, T) A) A {
	for x, ok := src.Next(); ok; x, ok = src.Next() {
		acc = f(acc, x)
	}
	return acc
}
