package main

// What the pipelines ask of each element.

func even(x int) bool          { return x%2 == 0 }
func triple(x int) int         { return 3 * x }
func inc(x int) int            { return x + 1 }
func flip(x int) int           { return x ^ 5 }
func dec(x int) int            { return x - 7 }
func small(x int) bool         { return x < limit }
func large(x int) bool         { return x >= limit }
func long(s string) bool       { return len(s) > 6 }
func initial(s string) int     { return int(s[0]) }
func active(r *record) bool    { return r.active }
func score(r *record) int      { return r.score }
func add(a, x int) int         { return a + x }
func checksum(a, i, x int) int { return 31*a + i*x }

// loops are the pipelines as one would write them by hand.
var loops = []func(*data) int{
	func(d *data) (sum int) {
		for _, x := range d.ints {
			if even(x) {
				sum += triple(x)
			}
		}
		return sum
	},
	func(d *data) (sum int) {
		left := len(d.ints) / 4
		for _, x := range d.ints {
			if even(x) {
				sum += triple(x)
				left--
				if left == 0 {
					break
				}
			}
		}
		return sum
	},
	func(d *data) (sum int) {
		for _, x := range d.ints {
			sum += dec(flip(triple(inc(x))))
		}
		return sum
	},
	func(d *data) (sum int) {
		for i, x := range d.ints {
			if even(i + x) {
				sum = checksum(sum, i, x)
			}
		}
		return sum
	},
	func(d *data) (sum int) {
		for i, x := range d.ints {
			if i == len(d.more) {
				break
			}
			sum += x * d.more[i]
		}
		return sum
	},
	func(d *data) (sum int) {
		for _, x := range d.ints {
			if even(x) {
				sum += x
			}
		}
		for _, x := range d.more {
			if even(x) {
				sum += x
			}
		}
		return sum
	},
	func(d *data) (sum int) {
		for i := 0; i < len(d.ints); i += 3 {
			sum += d.ints[i]
		}
		return sum
	},
	func(d *data) (sum int) {
		for _, x := range d.ints[len(d.ints)/4:] {
			if !small(x) {
				break
			}
			sum += x
		}
		return sum
	},
	func(d *data) (sum int) {
		for _, x := range d.ints {
			for y := range x % 4 {
				sum += y
			}
		}
		return sum
	},
	func(d *data) int {
		var all []int
		for _, x := range d.ints {
			if even(x) {
				all = append(all, triple(x))
			}
		}
		return len(all)
	},
	func(d *data) int {
		for i, x := range d.ints {
			if large(x) {
				return i
			}
		}
		return -1
	},
	func(d *data) (sum int) {
		for _, s := range d.words {
			if long(s) {
				sum += initial(s)
			}
		}
		return sum
	},
	func(d *data) (sum int) {
		for i := range d.records {
			if r := &d.records[i]; active(r) {
				sum += score(r)
			}
		}
		return sum
	},
}
