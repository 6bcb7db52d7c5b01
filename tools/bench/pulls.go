package main

import "byhand/code/pull"

// What package pull lacks. An Iterator is an interface, so each stage
// is a dynamic call for each element.

type next[T any] func() (T, bool)

func (f next[T]) Next() (T, bool) { return f() }

type indexed struct{ i, x int }

func pullEnumerate(src pull.Iterator[int]) pull.Iterator[indexed] {
	i := -1
	return next[indexed](func() (indexed, bool) {
		x, ok := src.Next()
		i++
		return indexed{i, x}, ok
	})
}

func pullZip(a, b pull.Iterator[int]) pull.Iterator[indexed] {
	return next[indexed](func() (indexed, bool) {
		x, ok := a.Next()
		y, more := b.Next()
		return indexed{x, y}, ok && more
	})
}

func pullChain(a, b pull.Iterator[int]) pull.Iterator[int] {
	return next[int](func() (int, bool) {
		if x, ok := a.Next(); ok {
			return x, true
		}
		return b.Next()
	})
}

func pullSkip(src pull.Iterator[int], n int) pull.Iterator[int] {
	return next[int](func() (int, bool) {
		for ; n > 0; n-- {
			src.Next()
		}
		return src.Next()
	})
}

func pullStepBy(src pull.Iterator[int], n int) pull.Iterator[int] {
	first := true
	return next[int](func() (int, bool) {
		for i := 1; i < n && !first; i++ {
			src.Next()
		}
		first = false
		return src.Next()
	})
}

func pullTakeWhile(src pull.Iterator[int], keep func(int) bool) pull.Iterator[int] {
	return next[int](func() (int, bool) {
		x, ok := src.Next()
		return x, ok && keep(x)
	})
}

func pullFlatMap(src pull.Iterator[int], f func(int) pull.Iterator[int]) pull.Iterator[int] {
	var inner pull.Iterator[int]
	return next[int](func() (int, bool) {
		for {
			if inner != nil {
				if y, ok := inner.Next(); ok {
					return y, true
				}
			}
			x, ok := src.Next()
			if !ok {
				return 0, false
			}
			inner = f(x)
		}
	})
}

func pullRange(high int) pull.Iterator[int] {
	i := -1
	return next[int](func() (int, bool) {
		i++
		return i, i < high
	})
}

func pullSum(src pull.Iterator[int]) int { return pull.Fold(src, 0, add) }

// pulls are the pipelines in the words of package pull.
var pulls = []func(*data) int{
	func(d *data) int {
		return pullSum(pull.Map(pull.Filter(pull.From(d.ints), even), triple))
	},
	func(d *data) int {
		triples := pull.Map(pull.Filter(pull.From(d.ints), even), triple)
		return pullSum(pull.Take(triples, len(d.ints)/4))
	},
	func(d *data) int {
		twice := pull.Map(pull.Map(pull.From(d.ints), inc), triple)
		return pullSum(pull.Map(pull.Map(twice, flip), dec))
	},
	func(d *data) int {
		keep := func(p indexed) bool { return even(p.i + p.x) }
		return pull.Fold(pull.Filter(pullEnumerate(pull.From(d.ints)), keep), 0,
			func(a int, p indexed) int { return checksum(a, p.i, p.x) })
	},
	func(d *data) int {
		return pull.Fold(pullZip(pull.From(d.ints), pull.From(d.more)), 0,
			func(a int, p indexed) int { return addProduct(a, p.i, p.x) })
	},
	func(d *data) int {
		return pullSum(pull.Filter(pullChain(pull.From(d.ints), pull.From(d.more)), even))
	},
	func(d *data) int { return pullSum(pullStepBy(pull.From(d.ints), 3)) },
	func(d *data) int {
		return pullSum(pullTakeWhile(pullSkip(pull.From(d.ints), len(d.ints)/4), small))
	},
	func(d *data) int {
		below4 := func(x int) pull.Iterator[int] { return pullRange(x % 4) }
		return pullSum(pullFlatMap(pull.From(d.ints), below4))
	},
	func(d *data) int {
		return len(pull.Collect(pull.Map(pull.Filter(pull.From(d.ints), even), triple)))
	},
	func(d *data) int {
		src := pull.From(d.ints)
		for i := 0; ; i++ {
			if x, ok := src.Next(); !ok {
				return -1
			} else if large(x) {
				return i
			}
		}
	},
	func(d *data) int {
		return pullSum(pull.Map(pull.Filter(pull.From(d.words), long), initial))
	},
	func(d *data) int {
		src, i := d.records, -1
		refs := next[*record](func() (*record, bool) {
			i++
			if i == len(src) {
				return nil, false
			}
			return &src[i], true
		})
		return pullSum(pull.Map(pull.Filter(pull.Iterator[*record](refs), active), score))
	},
}
