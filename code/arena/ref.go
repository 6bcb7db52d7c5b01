package arena

// A Ref names a value in an arena until the next Reset. The zero Ref
// names none.
type Ref[T any] struct {
	_     [0]*T // as in Typed
	at    uint32
	epoch uint32
}

// None reports whether r is zero.
func (r Ref[T]) None() bool { return r.epoch == 0 }
