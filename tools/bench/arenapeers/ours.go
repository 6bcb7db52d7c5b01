package main

import "byhand/code/arena"

// A tree as in code/cmd/trees: what reaches a node is checked each time.
type node struct{ left, right arena.Ref[node] }

func grow(t arena.Typed[node], depth int) arena.Ref[node] {
	if depth == 0 {
		return t.Put(node{})
	}
	left := grow(t, depth-1)
	return t.Put(node{left, grow(t, depth-1)})
}

func size(t arena.Typed[node], r arena.Ref[node]) int {
	n := *t.At(r)
	if n.left.None() {
		return 1
	}
	return 1 + size(t, n.left) + size(t, n.right)
}

func checked() contender {
	a := arena.New(arena.Max)
	t := arena.For[node](a)
	return func() int {
		n := size(t, grow(t, depth))
		a.Reset()
		return n
	}
}

// The same with links, whose root alone is checked for its epoch.
type linked struct{ left, right arena.Rel[linked] }

func growLinked(t arena.Typed[linked], depth int) arena.Rel[linked] {
	if depth == 0 {
		return t.Put(linked{}).Rel()
	}
	left := growLinked(t, depth-1)
	return t.Put(linked{left, growLinked(t, depth-1)}).Rel()
}

func sizeLinked(t arena.Typed[linked], r arena.Rel[linked]) int {
	n := *t.Follow(r)
	if n.left.None() {
		return 1
	}
	return 1 + sizeLinked(t, n.left) + sizeLinked(t, n.right)
}

func links() contender {
	a := arena.New(arena.Max)
	t := arena.For[linked](a)
	return func() int {
		n := sizeLinked(t, growLinked(t, depth))
		a.Reset()
		return n
	}
}
