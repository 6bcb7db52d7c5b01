package arena

// Typed hands out an arena's memory for values of type T, which have no
// Go pointers: there is no Typed for others.
type Typed[T any] struct {
	_ [0]*T // so that no Typed converts to that of another type
	a *Arena
}

// For returns what hands out a's memory for values of type T. It panics
// if a T has Go pointers in it: the collector would not see them.
func For[T any](a *Arena) Typed[T] {
	mustBeFlat[T]()
	return Typed[T]{a: a}
}

// Put stores v. It panics if there is no room, as all do that hand out.
func (t Typed[T]) Put(v T) Ref[T] {
	at := t.a.take(size[T]())
	// The words from at on are T's size, aligned, and nobody else's.
	*(*T)(t.a.word(at)) = v
	return Ref[T]{key: uint64(t.a.epoch)<<32 | uint64(at)}
}

// New returns a zero T that is valid until the next Reset.
func (t Typed[T]) New() *T {
	// As in Put.
	p := (*T)(t.a.word(t.a.take(size[T]())))
	*p = *new(T)
	return p
}

// At returns the value that r names, to be used at once, not kept. It
// panics with a [Stale] if that is gone.
func (t Typed[T]) At(r Ref[T]) *T {
	at := r.key - uint64(t.a.epoch)<<32
	// Put made r, so its word and size are together less than 1<<32:
	// the sum doesn't come around, and of other epochs it is more.
	if at+size[T]() > uint64(t.a.off) {
		panic(Stale{t.a, uint32(r.key), uint32(r.key >> 32), t.a.epoch})
	}
	// Put made r in this epoch, so the words are a T, still its own. Or
	// another arena's did, by chance, and then they are inside of this.
	return (*T)(t.a.word(uint32(at)))
}

// In returns t for another arena. It panics if t is zero: then nobody
// has looked for Go pointers in a T.
func (t Typed[T]) In(a *Arena) Typed[T] {
	if t.a == nil {
		panic("arena: In of a zero Typed")
	}
	return Typed[T]{a: a}
}

// TryPut is Put, if there is room.
func (t Typed[T]) TryPut(v T) (r Ref[T], ok bool) {
	if size[T]() > uint64(t.a.end-t.a.off) {
		return r, false
	}
	return t.Put(v), true
}
