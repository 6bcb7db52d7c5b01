// Command trees builds trees, counts their nodes, and drops them.
package main

import (
	"fmt"
	"runtime"
	"time"

	"byhand/code/arena"
)

type node struct{ left, right arena.Ref[node] }

func grow(nodes arena.Typed[node], depth int) arena.Ref[node] {
	if depth == 0 {
		return nodes.Put(node{})
	}
	left := grow(nodes, depth-1)
	return nodes.Put(node{left, grow(nodes, depth-1)})
}

func size(nodes arena.Typed[node], r arena.Ref[node]) int {
	if r.None() {
		return 0
	}
	n := *nodes.At(r)
	return 1 + size(nodes, n.left) + size(nodes, n.right)
}

func main() {
	a := arena.New(arena.Max)
	nodes := arena.For[node](a)
	n, start := 0, time.Now()
	for range 20 {
		n += size(nodes, grow(nodes, 18))
		a.Reset()
	}
	each := float64(time.Since(start)) / float64(n)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Printf("%d nodes, %.1f ns each, %d collections\n",
		n, each, m.NumGC)
}
