package main

import (
	"iter"

	"byhand/code/iterator"
)

func below4(x int) iter.Seq[int] { return iterator.Range(0, x%4).Iter() }

func evenSum(i, x int) bool { return even(i + x) }

func addProduct(a, x, y int) int { return a + x*y }

// chains are the pipelines in the words of package iterator.
var chains = []func(*data) int{
	func(d *data) int {
		return iterator.Sum(iterator.From(d.ints).Filter(even).Map(triple))
	},
	func(d *data) int {
		return iterator.Sum(iterator.From(d.ints).Filter(even).Map(triple).Take(len(d.ints) / 4))
	},
	func(d *data) int {
		return iterator.Sum(iterator.From(d.ints).Map(inc).Map(triple).Map(flip).Map(dec))
	},
	func(d *data) int {
		return iterator.Fold2(
			iterator.From(d.ints).Enumerate().Filter(evenSum),
			0, checksum)
	},
	func(d *data) int {
		return iterator.Fold2(iterator.From(d.ints).Zip(d.more),
			0, addProduct)
	},
	func(d *data) int {
		return iterator.Sum(iterator.From(d.ints).Chain(iterator.From(d.more)).Filter(even))
	},
	func(d *data) int {
		return iterator.Sum(iterator.From(d.ints).StepBy(3))
	},
	func(d *data) int {
		return iterator.Sum(iterator.From(d.ints).Skip(len(d.ints) / 4).TakeWhile(small))
	},
	func(d *data) int {
		return iterator.Sum(iterator.From(d.ints).FlatMap(below4))
	},
	func(d *data) int {
		return len(iterator.From(d.ints).Filter(even).Map(triple).Collect())
	},
	func(d *data) int {
		return iterator.From(d.ints).Position(large)
	},
	func(d *data) int {
		return iterator.Sum(iterator.To[int](iterator.From(d.words)).Filter(long).Map(initial))
	},
	func(d *data) int {
		return iterator.Sum(iterator.To[int](iterator.Refs(d.records)).Filter(active).Map(score))
	},
}
