//go:build goexperiment.arenas

package main

import "arena"

func init() { contenders["experiment"] = fromExperiment }

func growExperiment(a *arena.Arena, depth int) *pointers {
	p := arena.New[pointers](a)
	if depth > 0 {
		p.left = growExperiment(a, depth-1)
		p.right = growExperiment(a, depth-1)
	}
	return p
}

func fromExperiment() contender {
	return func() int {
		a := arena.NewArena()
		n := growExperiment(a, depth).size()
		a.Free()
		return n
	}
}
