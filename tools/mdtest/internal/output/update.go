package output

import (
	"slices"
	"strings"
)

// Update returns what the page should show for got: the lines shown that
// still match, every `...` included, and the lines got where none does.
// Blank lines at the end stay as they are.
//
// It is the alignment of the two with the fewest lines to rewrite.
func (r Rules) Update(shown, got []string) []string {
	if _, ok := r.Match(shown, got); ok && !r.Numbers {
		return shown
	}
	text, got := trim(shown), trim(got)
	blank := shown[len(text):]
	if len(text)*len(got) > maxAlign {
		return slices.Concat(got, blank)
	}
	a := aligner{r, text, got, make(map[[2]int]choice)}
	a.cost(0, 0)
	return append(a.lines(), blank...)
}

// maxAlign bounds the work of an alignment: beyond it, all lines are new.
const maxAlign = 1 << 20

type aligner struct {
	Rules
	shown, got []string
	best       map[[2]int]choice
}

// choice is the best way on from a pair of lines.
type choice struct {
	cost int
	move move
}

type move int

const (
	stop   move = iota
	keep        // the line matches: both go on
	swap        // got stands in for shown
	insert      // got is new
	remove      // shown is gone
	absorb      // shown is `...` and stands for got too
	pass        // shown is `...` and stands for no more
)

// cost finds the least number of rewritten lines for shown[i:], got[j:].
func (a *aligner) cost(i, j int) int {
	if c, ok := a.best[[2]int{i, j}]; ok {
		return c.cost
	}
	best := choice{1 << 30, stop}
	try := func(m move, cost int) {
		if cost < best.cost {
			best = choice{cost, m}
		}
	}
	more, left := i < len(a.shown), j < len(a.got)
	switch {
	case !more && !left:
		best.cost = 0
	case more && isAny(a.shown[i]):
		try(pass, a.cost(i+1, j))
		if left {
			try(absorb, a.cost(i, j+1))
		}
	case more && left && a.Line(a.shown[i], a.got[j]):
		try(keep, a.cost(i+1, j+1))
	case more && left:
		try(swap, 1+a.cost(i+1, j+1))
		try(insert, 1+a.cost(i, j+1))
		try(remove, 1+a.cost(i+1, j))
	case more:
		try(remove, 1+a.cost(i+1, j))
	default:
		try(insert, 1+a.cost(i, j+1))
	}
	a.best[[2]int{i, j}] = best
	return best.cost
}

func (a *aligner) lines() []string {
	var out []string
	for i, j := 0, 0; ; {
		switch a.best[[2]int{i, j}].move {
		case stop:
			return out
		case keep:
			out = append(out, a.kept(i, j))
			i, j = i+1, j+1
		case swap:
			out = append(out, a.got[j])
			i, j = i+1, j+1
		case insert:
			out = append(out, a.got[j])
			j++
		case remove:
			i++
		case absorb:
			j++
		case pass:
			out = append(out, a.shown[i])
			i++
		}
	}
}

// kept returns the line shown; with Numbers, the one with today's numbers.
func (a *aligner) kept(i, j int) string {
	if a.Numbers && !strings.Contains(a.shown[i], Any) {
		return a.got[j]
	}
	return a.shown[i]
}
