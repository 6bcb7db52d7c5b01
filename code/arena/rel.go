package arena

import (
	"math"
	"unsafe"
)

// A Rel is a Ref without an epoch, for values of an arena that lead to
// others of the same. If it was stored there in the epoch in which it
// was made, who reads it in a value that is not stale may follow it.
// Who keeps it elsewhere, or for longer, may find something else, and
// nobody will say so. The zero Rel leads nowhere.
type Rel[T any] struct {
	_  [0]*T
	at uint32
}

// Rel returns r without its epoch.
func (r Ref[T]) Rel() Rel[T] { return Rel[T]{at: uint32(r.key)} }

// None reports whether r is zero.
func (r Rel[T]) None() bool { return r.at == 0 }

// Follow returns the value that r leads to. It panics with a [Stale] if
// that was not handed out.
func (t Typed[T]) Follow(r Rel[T]) *T {
	if r.at == 0 || !t.a.handedOut(r.at, size[T]()) {
		panic(Stale{t.a, r.at, 0, t.a.epoch})
	}
	// A T is there if r was stored and read as Rel demands.
	return (*T)(t.a.word(r.at))
}

// A Span is a Rel to several values in a row.
type Span[T any] struct {
	_     [0]*T
	at, n uint32
}

// Span stores a copy of v.
func (t Typed[T]) Span(v []T) Span[T] {
	if uint64(len(v)) > math.MaxUint32 {
		panic(ErrFull)
	}
	at := t.a.off
	copy(t.room(len(v)), v)
	return Span[T]{at: at, n: uint32(len(v))}
}

// All returns the values that s leads to, to be used at once.
func (t Typed[T]) All(s Span[T]) []T {
	if !t.a.handedOut(s.at, sizeOf[T](int(s.n))) {
		panic(Stale{t.a, s.at, 0, t.a.epoch})
	}
	// As in Follow.
	return unsafe.Slice((*T)(t.a.word(s.at)), int(s.n))
}
