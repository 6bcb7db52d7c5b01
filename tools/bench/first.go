package main

import "byhand/code/iterator"

// Two pipelines as they were first defined. They do so little under
// their if that the compiler makes a conditional move of it in the loop,
// and not in the chain, whose inlining marks count as instructions. That
// hides what the chain costs, so the tables have a definition of each
// with one instruction more, and these two in rows of their own.
var firstNames = []string{"enumerate filter fold", "strings"}

// firstOf has the places of their successors among the pipelines.
var firstOf = []int{3, 11}

func length(s string) int { return len(s) }

var firstLoops = []func(*data) int{
	loopProduct,
	func(d *data) (sum int) {
		for _, s := range d.words {
			if long(s) {
				sum += length(s)
			}
		}
		return sum
	},
}

var firstChains = []func(*data) int{
	func(d *data) int {
		return iterator.Fold2(
			iterator.From(d.ints).Enumerate().Filter(evenSum),
			0, addProduct)
	},
	func(d *data) int {
		return iterator.Sum(iterator.To[int](iterator.From(d.words)).Filter(long).Map(length))
	},
}
