package iterator

import (
	"errors"
	"iter"
	"math"
)

// edges are cases at which others' adaptors have been wrong.
func edges(s Seq[int]) []adaptor {
	none := s.Take(0)
	below := func(x int) iter.Seq[int] { return upTo(x - 1) }
	var err error
	parsed := TryMap(s, func(x int) (int, error) {
		if x > 5 {
			return 0, errors.New("too large")
		}
		return x, nil
	})
	return []adaptor{
		{"Chain, none first", none.Chain(s.Take(1)), []int{3}},
		{"Chain, none last", s.Take(1).Chain(none), []int{3}},
		{"Chain, both none", none.Chain(none), []int{}},
		{"Chain, Skip", s.Chain(s).Skip(14), digits[6:]},
		{"Skip all", s.Skip(len(digits)), []int{}},
		{"Skip(-1)", s.Skip(-1), digits},
		{"Take all", s.Take(len(digits)), digits},
		{"Take max", s.Take(math.MaxInt), digits},
		{"StepBy max", s.StepBy(math.MaxInt), digits[:1]},
		{"StepBy, Skip", s.StepBy(3).Skip(1), []int{1, 2}},
		{"FlatMap", s.Take(4).FlatMap(below), []int{0, 1, 0, 1, 2}},
		{"Zip, more", s.Take(2).Zip(digits).Values(), digits[:2]},
		{"Zip, seq", Zip(s, s.Skip(6)).Values(), []int{2, 6}},
		{"Zip, none", Zip(none, s).Values(), []int{}},
		{"Skip, count", s.Skip(6).Enumerate().Keys(), []int{0, 1}},
		{"Chunks(4)", Map(Chunks(s, 4), total), []int{9, 22}},
		{"Chunks(9)", Map(Chunks(s, 9), total), []int{31}},
		{"Windows(7)", Map(Windows(s, 7), total), []int{25, 28}},
		{"Windows(9)", Map(Windows(s, 9), total), []int{}},
		{"Catch", Catch(&err, parsed), digits[:5]},
	}
}

func total(v []int) int { return Sum(From(v)) }
