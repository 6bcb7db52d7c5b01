package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// A treeMaker is a way to have memory for trees, in a process of its own.
type treeMaker struct {
	name, program string
	args          []string
	layouts       bool // there is one program for each layout
}

const (
	ownRefs  = "arena, checked references"
	ownLinks = "arena, links"
	goNew    = "new(T)"
	goSlab   = "arena.Slab"
	goArenas = "GOEXPERIMENT=arenas"
	goPeer   = "ristretto's z.Allocator"
	rustBump = "Rust, bumpalo"
	rustBox  = "Rust, Box"
	cMalloc  = "C, malloc of the system"
	cMi      = "C, mimalloc"
)

// treeFigures are how many there are for each maker: time by the clock,
// processor time, and collections.
const treeFigures = 3

// treeGoals are what the arena was written for: so many times as long as
// it takes, the others should take at least.
var treeGoals = []struct {
	them  string
	least float64
}{{goNew, 8}, {goArenas, 8}, {goPeer, 2}, {cMi, 1.7}, {rustBump, 1 / 1.6}}

// benchArena records the table in dir.
func benchArena(dir, temp string, rounds int) error {
	makers, versions, err := buildTrees(temp)
	if err != nil {
		return err
	}
	began := load()
	trees, err := raceTrees(temp, makers, rounds)
	if err != nil {
		return err
	}
	puts, err := racePuts(temp, rounds)
	if err != nil {
		return err
	}
	text := heading(versions, rounds, fewLayouts, began) +
		treeTable(makers, trees) + goalTable(makers, trees, puts) + putTable(puts)
	return write(filepath.Join(dir, "arena"), text)
}

// raceTrees measures all of them in turn.
func raceTrees(temp string, makers []treeMaker, rounds int) (result, error) {
	var children []*child
	for i, m := range makers {
		for seed := 1; seed <= fewLayouts; seed++ {
			program := m.program
			if m.layouts {
				program = fmt.Sprint(m.program, seed)
			}
			c, err := launch(i, program, m.args...)
			if err != nil {
				return nil, err
			}
			children = append(children, c)
		}
	}
	if err := agree(children, treeFigures); err != nil {
		return nil, err
	}
	return race(children, len(makers), treeFigures, rounds)
}

// racePuts measures the ways to store one node.
func racePuts(temp string, rounds int) (result, error) {
	var children []*child
	for seed := 1; seed <= fewLayouts; seed++ {
		program := filepath.Join(temp, fmt.Sprint("arena", seed))
		c, err := launch(0, program, "puts")
		if err != nil {
			return nil, err
		}
		children = append(children, c)
	}
	return race(children, len(putNames), 1, 4*rounds)
}

var putNames = []string{
	"a loop over a slice", "Put", "TryPut", "New", "Slab.Put", "new(T)",
}

func treeTable(makers []treeMaker, r result) string {
	var b strings.Builder
	b.WriteString("Binary trees of depth 18, built, counted and freed: nanoseconds a\n" +
		"node, and how many times as long as with checked references. By the\n" +
		"clock, and by processor time, which has collecting on other threads.\n" +
		"Minima, and the ratio of the medians.\n\n")
	fmt.Fprintf(&b, "%-26s%8s%7s%9s%11s%7s%9s\n",
		"", "clock", "times", "(median)", "processor", "times", "(median)")
	for k, m := range makers {
		clock, clockMedian := r.ratio(k, 0)
		worked, workedMedian := r.ratio(k, 1)
		fmt.Fprintf(&b, "%-26s%8.2f%7.2f%9s%11.2f%7.2f%9s\n", m.name,
			r[k][0].min()/1000, clock, fmt.Sprintf("(%.2f)", clockMedian),
			r[k][1].min()/1000, worked, fmt.Sprintf("(%.2f)", workedMedian))
	}
	return b.String()
}

// goalTable says how far each goal was reached.
func goalTable(makers []treeMaker, trees, puts result) string {
	var b strings.Builder
	b.WriteString("\nWhat was wanted: how many times as long they take, by the clock. <: missed.\n\n")
	fmt.Fprintf(&b, "%-26s%8s%8s\n", "", "wanted", "is")
	for _, g := range treeGoals {
		k := slices.IndexFunc(makers, func(m treeMaker) bool { return m.name == g.them })
		if k < 0 {
			fmt.Fprintf(&b, "%-26s%8.2f%8s\n", g.them, g.least, "absent")
			continue
		}
		is, _ := trees.ratio(k, 0)
		fmt.Fprintf(&b, "%-26s%8.2f%8.2f%s\n", g.them, g.least, is, missed(is < g.least))
	}
	put := puts[1][0].min() / 1000
	fmt.Fprintf(&b, "%-26s%8.2f%8.2f%s\n", "Put, ns, at most", 1.5, put, missed(put > 1.5))
	collected := slices.Max(trees[0][2])
	fmt.Fprintf(&b, "%-26s%8d%8d%s\n", "collections, at most", 0, collected, missed(collected > 0))
	return b.String()
}

func missed(is bool) string {
	if is {
		return " <"
	}
	return ""
}

func putTable(r result) string {
	var b strings.Builder
	b.WriteString("\nStoring a node of 16 bytes: nanoseconds, and times the loop. Minima.\n\n")
	fmt.Fprintf(&b, "%-26s%8s%7s\n", "", "ns", "times")
	for k, name := range putNames {
		times, _ := r.ratio(k, 0)
		fmt.Fprintf(&b, "%-26s%8.2f%7.2f\n", name, r[k][0].min()/1000, times)
	}
	return b.String()
}
