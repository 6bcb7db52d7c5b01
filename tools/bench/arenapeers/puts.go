package main

import "byhand/code/arena"

type flat struct{ left, right uint64 }

const many = 1 << 16

var (
	last    arena.Ref[flat]
	pointer *flat
)

// puts are ways to store a node: in a loop over a slice, by Put, TryPut
// and New, in a slab, by new.
func puts() []contender {
	v := make([]flat, many)
	a := arena.New(arena.Max)
	t := arena.For[flat](a)
	again := func(put func()) contender {
		return func() int {
			put()
			a.Reset()
			return many
		}
	}
	return []contender{
		again(func() { loop(v) }),
		again(func() { put(t) }),
		again(func() { tryPut(t) }),
		again(func() { newZero(t) }),
		again(slab), again(fresh),
	}
}

func loop(v []flat) {
	for i := range v {
		v[i] = flat{1, 2}
		pointer = &v[i]
	}
}

func put(t arena.Typed[flat]) {
	for range many {
		last = t.Put(flat{1, 2})
	}
}

func tryPut(t arena.Typed[flat]) {
	for range many {
		last, _ = t.TryPut(flat{1, 2})
	}
}

func newZero(t arena.Typed[flat]) {
	for range many {
		pointer = t.New()
		*pointer = flat{1, 2}
	}
}

func slab() {
	var s arena.Slab[flat]
	for range many {
		pointer = s.Put(flat{1, 2})
	}
}

func fresh() {
	for range many {
		pointer = &flat{1, 2}
	}
}
