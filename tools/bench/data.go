package main

// data is what the pipelines read. rust/main.rs makes the same.
type data struct {
	ints    []int
	more    []int
	words   []string
	records []record
}

type record struct {
	id     int
	active bool
	score  int
	name   string
}

// limit is greater than all ints but one, which stands at three
// quarters of them.
const limit = 1000

const letters = "iteratoriterator"

// makeData returns n elements. If they are random, a filter can't be
// predicted; else they count up.
func makeData(n int, random bool, seed uint64) *data {
	d := &data{}
	state := seed*0x9e3779b97f4a7c15 + 1
	for i := range n {
		x := i % limit
		if random {
			state ^= state << 13
			state ^= state >> 7
			state ^= state << 17
			x = int(state>>33) % limit
		}
		d.ints = append(d.ints, x)
		d.more = append(d.more, limit-x)
		d.words = append(d.words, letters[:x%16])
		d.records = append(d.records, record{i, x%2 == 0, x, letters})
	}
	d.ints[n/4*3] = 5 * limit
	return d
}

// setting is a size and kind of data. Small data are made many times, so
// that the processor can't learn random ones by heart.
type setting struct {
	name   string
	n      int
	random bool
	count  int // of sets
}

func settings() []setting {
	return []setting{
		{"1e3 in order", 1_000, false, 32},
		{"1e3 random", 1_000, true, 32},
		{"1e6 in order", 1_000_000, false, 1},
		{"1e6 random", 1_000_000, true, 1},
	}
}
