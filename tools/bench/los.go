package main

import (
	"iter"
	"slices"

	"github.com/samber/lo"
	"github.com/samber/lo/it"
)

func loBelow4(x int) iter.Seq[int] { return it.Range(x % 4) }

func loStep(_, i int) bool { return i%3 == 0 }

// los are the pipelines in the words of samber/lo's package it.
var los = []func(*data) int{
	func(d *data) int {
		return it.Sum(it.Map(it.Filter(slices.Values(d.ints), even), triple))
	},
	func(d *data) int {
		triples := it.Map(it.Filter(slices.Values(d.ints), even), triple)
		return it.Sum(it.Take(triples, len(d.ints)/4))
	},
	func(d *data) int {
		twice := it.Map(it.Map(slices.Values(d.ints), inc), triple)
		return it.Sum(it.Map(it.Map(twice, flip), dec))
	},
	func(d *data) int {
		pairs := it.MapI(slices.Values(d.ints), func(x, i int) indexed { return indexed{i, x} })
		kept := it.Filter(pairs, func(p indexed) bool { return even(p.i + p.x) })
		return it.Reduce(kept, func(a int, p indexed) int { return checksum(a, p.i, p.x) }, 0)
	},
	func(d *data) int {
		return it.Reduce(it.Zip2(slices.Values(d.ints), slices.Values(d.more)),
			func(a int, p lo.Tuple2[int, int]) int { return addProduct(a, p.A, p.B) }, 0)
	},
	func(d *data) int {
		return it.Sum(it.Filter(it.Concat(slices.Values(d.ints), slices.Values(d.more)), even))
	},
	func(d *data) int { return it.Sum(it.FilterI(slices.Values(d.ints), loStep)) },
	func(d *data) int {
		return it.Sum(it.TakeWhile(it.Drop(slices.Values(d.ints), len(d.ints)/4), small))
	},
	func(d *data) int { return it.Sum(it.FlatMap(slices.Values(d.ints), loBelow4)) },
	func(d *data) int {
		return len(slices.Collect(it.Map(it.Filter(slices.Values(d.ints), even), triple)))
	},
	func(d *data) int {
		_, i, _ := it.FindIndexOf(slices.Values(d.ints), large)
		return i
	},
	func(d *data) int {
		return it.Sum(it.Map(it.Filter(slices.Values(d.words), long), initial))
	},
	func(d *data) int {
		refs := func(yield func(*record) bool) {
			for i := range d.records {
				if !yield(&d.records[i]) {
					return
				}
			}
		}
		return it.Sum(it.Map(it.Filter(iter.Seq[*record](refs), active), score))
	},
}
