package arena

import (
	"os"
	"unsafe"
)

// nextPage returns the first word from at on that begins a page, or the
// limit.
func (a *Arena) nextPage(at uint32) uint32 {
	page := os.Getpagesize() / word
	next := (int(at) + page - 1) / page * page
	return uint32(min(next, int(a.limit)))
}

// NewGuarded is New for hunting raw pointers that are kept too long:
// what was taken back is a fault to touch, by a Rel, too, and is never
// handed out again. So it uses itself up, memory included, and its
// Stats count from the last Reset on. It has two pages more than limit.
func NewGuarded(limit int) *Arena {
	if !canProtect {
		panic("arena: no guard on this system")
	}
	if 0 <= limit && limit <= Max {
		limit = min(limit+2*os.Getpagesize(), Max)
	}
	a := New(limit)
	a.guard = true
	if a.start = a.nextPage(a.start); a.start == a.limit {
		panic("arena: no room for a guard")
	}
	a.off = a.start
	return a
}

// forbid makes a's words before off inaccessible, and moves on.
func (a *Arena) forbid() {
	next := a.nextPage(a.off)
	if a.off > a.start {
		// start begins a page, and the pages up to next are a's alone:
		// what reserve takes from Go's heap is less than a page.
		n := uintptr(next-a.start) * word
		protect(unsafe.Slice((*byte)(a.word(a.start)), n))
	}
	a.start = next
}
