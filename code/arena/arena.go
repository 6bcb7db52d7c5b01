// Package arena hands out memory by counting up, and takes all of it
// back at once.
package arena

import (
	"errors"
	"math"
	"math/rand/v2"
	"unsafe"
)

// An Arena, which New makes, hands out memory until it is full. With
// its scopes, it has one owner: it may be handed over, but no two
// goroutines use it at a time, and it must not be copied.
type Arena struct {
	_     noCopy
	base  unsafe.Pointer // of memory that stays while this points there
	off   uint32         // the next word to hand out
	end   uint32         // the first that is not to be handed out
	epoch uint32         // what a Ref has to match; never 0
	first uint32         // its first epoch
	turns *uint32        // the last epoch in this reservation
	start uint32         // where off goes back to
	limit uint32         // where end goes back to
	outer *Arena         // whose scope this is, or nil
	inner *Arena         // the last scope, open or not, or nil
	open  bool           // a scope, and not released
	peak  uint32         // the highest off before a Reset
	guard bool           // see NewGuarded
	made  string         // where New was called
	trace trace          // if tracing
}

// noCopy makes go vet report copies of what it is a part of.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// New returns an arena of limit bytes, or fewer if the system refuses
// so many. A small one is on Go's heap, and all are where there is no
// mmap. Others take addresses, and memory as it is used, and never give
// back either.
func New(limit int) *Arena {
	if limit < 0 || limit > Max {
		panic("arena: limit out of range")
	}
	n := (limit+word-1)/word + 1
	b := reserve((n + 1) * word)
	first := 1 + rand.Uint32N(1<<31)
	a := &Arena{
		base:  unsafe.Pointer(unsafe.SliceData(b)),
		epoch: first,
		first: first,
		turns: &first,
	}
	a.begin(1, uint32(min(n, len(b)/word-1)))
	a.made = caller()
	return a
}

// begin makes a hand out the words from start to limit.
func (a *Arena) begin(start, limit uint32) {
	a.start, a.off = start, start
	a.limit, a.end = limit, limit
}

// turn begins an epoch that no arena of a's reservation has had, or
// retires a.
func (a *Arena) turn() {
	if *a.turns < retired {
		*a.turns++
	}
	a.epoch = *a.turns
	if a.epoch == retired {
		a.end = a.off
	}
}

// Reset takes back all that was handed out, and makes each Ref to it
// stale. What a raw pointer points at is the next one's. After two to
// four billion of them, a scope counting as two, an arena is full for
// good.
func (a *Arena) Reset() {
	if a.inner != nil && a.inner.open {
		a.inner.Release()
	}
	for o := a; o != nil; o = o.outer {
		o.peak = max(o.peak, a.off)
	}
	if tracing {
		a.noteReset()
	}
	if a.guard {
		a.forbid()
	}
	a.off = a.start
	a.turn()
}

// size returns how many words a T takes.
func size[T any]() uint64 {
	var v T
	return (uint64(unsafe.Sizeof(v)) + word - 1) / word
}

// take hands out n words, or panics with ErrFull. They are inside of
// the reservation, because off is never past end, and nobody else's in
// this epoch: in it, off only goes up, and a scope's words come back
// when its epochs are over.
func (a *Arena) take(n uint64) (at uint32) {
	at = a.off
	if n > uint64(a.end-at) {
		panic(ErrFull)
	}
	a.off = at + uint32(n)
	if tracing && n > 0 {
		a.notePut(at)
	}
	return at
}

// word returns where the word at is. That is inside of the reservation
// for all that take has returned, and for the word after that.
func (a *Arena) word(at uint32) unsafe.Pointer {
	return unsafe.Add(a.base, uintptr(at)*word)
}

// word is what an arena counts in: no type asks for more alignment.
const word = 8

// ErrFull is what an arena panics with when it has no room.
var ErrFull = errors.New("arena: full")

// Max is the most bytes that an arena can have: it counts words in 32
// bits, and a limit is an int.
const Max = min(word*(math.MaxUint32-1), math.MaxInt-4*word)

// handedOut reports whether the n words from at on end before off.
func (a *Arena) handedOut(at uint32, n uint64) bool {
	return uint64(at)+n <= uint64(a.off)
}

// retired is the epoch in which an arena is full for good: after it,
// old references could pass for new ones.
const retired = math.MaxUint32
