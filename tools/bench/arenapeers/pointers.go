package main

import (
	"unsafe"

	"byhand/code/arena"

	"github.com/dgraph-io/ristretto/v2/z"
)

type pointers struct{ left, right *pointers }

func (p *pointers) size() int {
	if p.left == nil {
		return 1
	}
	return 1 + p.left.size() + p.right.size()
}

func growNew(depth int) *pointers {
	if depth == 0 {
		return &pointers{}
	}
	left := growNew(depth - 1)
	return &pointers{left, growNew(depth - 1)}
}

func fromNew() contender {
	return func() int { return growNew(depth).size() }
}

func growSlab(s *arena.Slab[pointers], depth int) *pointers {
	if depth == 0 {
		return s.Put(pointers{})
	}
	left := growSlab(s, depth-1)
	return s.Put(pointers{left, growSlab(s, depth-1)})
}

func fromSlab() contender {
	return func() int {
		return growSlab(new(arena.Slab[pointers]), depth).size()
	}
}

// growRistretto keeps pointers in bytes, as users of z.Allocator do. They
// lead to the allocator's own chunks, which it keeps alive.
func growRistretto(a *z.Allocator, depth int) *pointers {
	b := a.AllocateAligned(int(unsafe.Sizeof(pointers{})))
	p := (*pointers)(unsafe.Pointer(unsafe.SliceData(b)))
	*p = pointers{}
	if depth > 0 {
		p.left = growRistretto(a, depth-1)
		p.right = growRistretto(a, depth-1)
	}
	return p
}

func fromRistretto() contender {
	a := z.NewAllocator(nodes*16+1<<20, "trees")
	return func() int {
		n := growRistretto(a, depth).size()
		a.Reset()
		return n
	}
}
