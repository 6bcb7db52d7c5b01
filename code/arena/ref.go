package arena

// A Ref names a value in an arena until the next Reset. The zero Ref
// names none.
type Ref[T any] struct {
	_   [0]*T  // as in Typed
	key uint64 // the epoch, and below it the word
}

// None reports whether r is zero.
func (r Ref[T]) None() bool { return r.key == 0 }
