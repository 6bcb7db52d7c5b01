package iterator

import (
	"iter"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// push is any sequence of numbers, whatever its type is called.
type push = func(yield func(int) bool)

var digits = []int{3, 1, 4, 1, 5, 9, 2, 6}

// adaptor is what an adaptor makes of a source of digits.
type adaptor struct {
	name string
	seq  push
	want []int
}

func adaptors(s Seq[int]) []adaptor {
	evenAt := func(i, _ int) bool { return even(i) }
	pairs := s.Enumerate().Filter(evenAt)
	none := func(int) iter.Seq[int] { return upTo(0) }
	small := func(x int) bool { return x < 5 }
	return append(edges(s), []adaptor{
		{"Filter", s.Filter(even), []int{4, 2, 6}},
		{"Map", s.Map(triple), []int{9, 3, 12, 3, 15, 27, 6, 18}},
		{"Take(3)", s.Take(3), []int{3, 1, 4}},
		{"Take(99)", s.Take(99), digits},
		{"TakeWhile", s.TakeWhile(small), digits[:4]},
		{"SkipWhile", s.SkipWhile(small), digits[4:]},
		{"Skip(3)", s.Skip(3), digits[3:]},
		{"Skip(99)", s.Skip(99), []int{}},
		{"StepBy(3)", s.StepBy(3), []int{3, 1, 2}},
		{"StepBy(1)", s.StepBy(1), digits},
		{"Inspect", s.Inspect(func(int) {}), digits},
		{"Chain", s.Take(2).Chain(s.Skip(6)), []int{3, 1, 2, 6}},
		{"FlatMap", s.Take(2).FlatMap(upTo), []int{0, 1, 2, 0}},
		{"FlatMap 0", s.FlatMap(none), []int{}},
		{"Keys", s.Enumerate().Keys(), []int{0, 1, 2, 3, 4, 5, 6, 7}},
		{"Values", s.Enumerate().Values(), digits},
		{"Zip", s.Zip([]int{7, 8}).Values(), []int{7, 8}},
		{"Zip none", s.Zip(nil).Values(), []int{}},
		{"Pairs", pairs.Values(), []int{3, 4, 5, 2}},
	}...)
}

func TestAdaptors(t *testing.T) {
	p := &probe{v: digits}
	for _, a := range adaptors(p.seq()) {
		t.Run(a.name, func(t *testing.T) {
			for n := range len(a.want) + 2 {
				want := a.want[:min(n, len(a.want))]
				require.Equal(t, want, collect(a.seq, n))
				require.Zero(t, p.open, "source goes on")
			}
		})
	}
}

func TestMakingReadsNothing(t *testing.T) {
	p := &probe{v: digits}
	adaptors(p.seq())
	require.Zero(t, p.reads)
}

func upTo(x int) iter.Seq[int] { return Range(0, x).Iter() }

func TestPanicsOfFunctions(t *testing.T) {
	p := &probe{v: digits}
	s, boom := p.seq(), func(int) bool { panic("boom") }
	for _, panics := range []push{
		s.Filter(boom), s.TakeWhile(boom), s.SkipWhile(boom),
		s.Map(func(int) int { panic("boom") }),
		s.Inspect(func(int) { panic("boom") }),
		s.FlatMap(func(int) iter.Seq[int] { panic("boom") }),
	} {
		run := func() { collect(panics, 9) }
		require.PanicsWithValue(t, "boom", run)
		require.Zero(t, p.open)
	}
}

func TestPanicsPassThrough(t *testing.T) {
	p := &probe{v: digits}
	for _, a := range adaptors(p.seq()) {
		if len(a.want) == 0 {
			continue
		}
		boom := Seq[int](a.seq).Inspect(func(int) { panic(a.name) })
		run := func() { collect(boom, 9) }
		require.PanicsWithValue(t, a.name, run)
		require.Zero(t, p.open)
	}
}

func TestGoroutinesShare(t *testing.T) {
	var all sync.WaitGroup
	for _, a := range adaptors(From(digits)) {
		if a.name == "Catch" {
			continue // one *err is not for several
		}
		for range 4 {
			all.Go(func() {
				assert.Equal(t, a.want, collect(a.seq, 99), a.name)
			})
		}
	}
	all.Wait()
}
