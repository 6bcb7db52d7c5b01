package main

import (
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"testing"

	"byhand/code/iterator"
)

// condition is a way to write a chain, and the loop that it should be.
type condition struct {
	name        string
	loop, chain func(*data) int
}

var conditions = []condition{
	{"filter, map, sum", loops[0], chains[0]},
	{"a closure over a variable as predicate", loopBelow, func(d *data) int {
		n := len(d.words) / 2
		return iterator.Sum(iterator.From(d.ints).Filter(func(x int) bool { return x < n }).Map(triple))
	}},
	{"kept in a variable, then run", loops[0], func(d *data) int {
		s := iterator.From(d.ints).Filter(even).Map(triple)
		return iterator.Sum(s)
	}},
	{"returned by a function that is inlined", loops[0], func(d *data) int {
		return iterator.Sum(evens(d.ints).Map(triple))
	}},
	{"a predicate passed to a generic function", loops[0], func(d *data) int { return genericSum(d.ints, even, triple) }},
	{"ranged over", loops[0], func(d *data) (sum int) {
		for x := range iterator.From(d.ints).Filter(even).Map(triple) {
			sum += x
		}
		return sum
	}},
	{"filter, map, take, sum", loops[1], chains[1]},
	{"the same, by adaptors that range", loops[1], func(d *data) int {
		s := rangeMap(rangeFilter(iterator.From(d.ints).Iter(), even), triple)
		return iterator.Sum(rangeTake(s, len(d.ints)/4))
	}},
	{"from slices.Values", loops[0], func(d *data) int {
		return iterator.Sum(iterator.Seq[int](slices.Values(d.ints)).Filter(even).Map(triple))
	}},
	{"four equal adaptors", loops[2], chains[2]},
	{"five equal adaptors", loopFive, func(d *data) int {
		s := iterator.From(d.ints).Map(inc).Map(triple).Map(flip)
		return iterator.Sum(s.Map(dec).Map(triple))
	}},
	{"an adaptor again, three places on", loopAgain, func(d *data) int {
		s := iterator.From(d.ints).Filter(even).Map(triple).Skip(1)
		return iterator.Sum(s.Filter(even).Map(inc))
	}},
	{"an adaptor again, four places on", loopAgain, func(d *data) int {
		s := iterator.From(d.ints).Filter(even).Map(triple).Skip(1).Map(inc)
		return iterator.Sum(s.Filter(odd))
	}},
	{"a struct of five words, by reference", loops[12], chains[12]},
	{"a struct of five words, by value", loops[12], func(d *data) int {
		return iterator.Sum(iterator.To[int](iterator.From(d.records)).Filter(activeValue).Map(scoreValue))
	}},
	{"a map and nothing else", loopTriple, func(d *data) int {
		return iterator.Sum(iterator.From(d.ints).Map(triple))
	}},
	{"a filter before one multiply-add", loopProduct, func(d *data) int {
		pairs := iterator.From(d.ints).Enumerate().Filter(evenSum)
		return iterator.Fold2(pairs, 0, addProduct)
	}},
	{"a predicate that is a parameter", loops[0], func(d *data) int { return sumOf(d.ints, even) }},
	{"a variable that is assigned again", loops[0], func(d *data) int {
		s := iterator.From(d.ints)
		if len(d.words) > 0 {
			s = iterator.Seq[int](s.Filter(even))
		}
		return iterator.Sum(s.Map(triple))
	}},
	{"returned by a function that is not inlined", loops[0], func(d *data) int {
		return iterator.Sum(evensCalled(d.ints).Map(triple))
	}},
	{"a chain inside a chain's closure", loopInner, func(d *data) int {
		return iterator.Sum(iterator.From(d.ints).FlatMap(func(x int) iter.Seq[int] {
			return iterator.Range(0, x%4).Filter(even).Iter()
		}))
	}},
	{"the same, in a function with a name", loopInner, func(d *data) int {
		return iterator.Sum(iterator.From(d.ints).FlatMap(evensBelow4))
	}},
	{"through Pull", loops[0], func(d *data) (sum int) {
		p := iterator.From(d.ints).Filter(even).Map(triple).Pull()
		defer p.Stop()
		for x, ok := p.Next(); ok; x, ok = p.Next() {
			sum += x
		}
		return sum
	}},
}

func rangeFilter(s iter.Seq[int], keep func(int) bool) iter.Seq[int] {
	return func(yield func(int) bool) {
		for x := range s {
			if keep(x) && !yield(x) {
				return
			}
		}
	}
}

func rangeMap(s iter.Seq[int], f func(int) int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for x := range s {
			if !yield(f(x)) {
				return
			}
		}
	}
}

func rangeTake(s iter.Seq[int], n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		left := n
		for x := range s {
			left--
			if !yield(x) || left == 0 {
				return
			}
		}
	}
}

func evens(v []int) iterator.Seq[int] { return iterator.Seq[int](iterator.From(v).Filter(even)) }

//go:noinline
func evensCalled(v []int) iterator.Seq[int] { return evens(v) }

func evensBelow4(x int) iter.Seq[int] { return iterator.Range(0, x%4).Filter(even).Iter() }

//go:noinline
func sumOf(v []int, keep func(int) bool) int {
	return iterator.Sum(iterator.From(v).Filter(keep).Map(triple))
}

func genericSum[T iterator.Number](v []T, keep func(T) bool, f func(T) T) T {
	return iterator.Sum(iterator.From(v).Filter(keep).Map(f))
}

func activeValue(r record) bool { return r.active }
func scoreValue(r record) int   { return r.score }

func loopBelow(d *data) (sum int) {
	n := len(d.words) / 2
	for _, x := range d.ints {
		if x < n {
			sum += triple(x)
		}
	}
	return sum
}

func loopFive(d *data) (sum int) {
	for _, x := range d.ints {
		sum += triple(dec(flip(triple(inc(x)))))
	}
	return sum
}

func odd(x int) bool { return x%2 != 0 }

func loopAgain(d *data) (sum int) {
	skip := true
	for _, x := range d.ints {
		if !even(x) {
			continue
		}
		x = triple(x)
		if skip {
			skip = false
			continue
		}
		if even(x) {
			sum += inc(x)
		}
	}
	return sum
}

func loopTriple(d *data) (sum int) {
	for _, x := range d.ints {
		sum += triple(x)
	}
	return sum
}

func loopProduct(d *data) (sum int) {
	for i, x := range d.ints {
		if even(i + x) {
			sum += i * x
		}
	}
	return sum
}

func loopInner(d *data) (sum int) {
	for _, x := range d.ints {
		for y := range x % 4 {
			if even(y) {
				sum += y
			}
		}
	}
	return sum
}

func benchFusion(dir string, programs, versions []string, rounds int) error {
	began := load()
	all := []setting{settings()[0], settings()[3]}
	var results []result
	for _, s := range all {
		r, err := compete("fusion", s, programs, "", rounds)
		if err != nil {
			return err
		}
		results = append(results, r)
	}
	d := makeData(all[0].n, false, 0)
	table := "Ways to write a chain, as a ratio to the loop that it should be:\n" +
		"minima, 1,000 elements in order, and 1,000,000 at random.\n\n"
	table += fmt.Sprintf("%-44s%10s%8s%8s\n", "", "in order", "random", "allocs")
	for i, c := range conditions {
		inOrder, _ := results[0].ratio(1, i)
		random, _ := results[1].ratio(1, i)
		allocs := testing.AllocsPerRun(10, func() { sink += c.chain(d) })
		table += fmt.Sprintf("%-44s%10.2f%8.2f%8.0f\n", c.name, inOrder, random, allocs)
	}
	return write(filepath.Join(dir, "fusion"), heading(versions, rounds, layouts, began)+table)
}
