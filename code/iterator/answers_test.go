package iterator

import (
	"cmp"
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

type answers struct {
	v         []int
	any, all  bool
	find, pos int // of the first even one
	least     int
	reads     int // by Find, and by Position
}

func TestAnswers(t *testing.T) {
	for _, c := range []answers{
		{nil, false, true, 0, -1, 0, 0},
		{[]int{4}, true, true, 4, 0, 4, 1},
		{[]int{3}, false, false, 0, -1, 3, 1},
		{[]int{3, 4, 2, 2}, true, false, 4, 1, 2, 2},
	} {
		c.check(t, &probe{v: c.v})
	}
}

func (c answers) check(t *testing.T, p *probe) {
	find, found := p.seq().Find(even)
	require.Equal(t, c.find, find)
	require.Equal(t, c.any, found)
	require.Equal(t, c.reads, p.reads)
	require.Equal(t, c.pos, p.seq().Position(even))
	require.Equal(t, 2*c.reads, p.reads)
	require.Zero(t, p.open)

	s := From(c.v)
	require.Equal(t, c.v, s.Collect())
	require.Equal(t, c.any, s.Any(even))
	require.Equal(t, c.all, s.All(even))
	require.Equal(t, len(c.v), s.Count())

	least, ok := s.MinFunc(cmp.Compare)
	require.Equal(t, c.least, least)
	require.Equal(t, len(c.v) > 0, ok)
}

func TestFirstOfEquals(t *testing.T) {
	length := func(a, b string) int { return len(a) - len(b) }
	s := From([]string{"bob", "ann", "cleo", "dora"})

	least, _ := s.MinFunc(length)
	most, _ := s.MaxFunc(length)
	require.Equal(t, "bob", least)
	require.Equal(t, "cleo", most)

	add := func(acc, x string) string { return acc + "," + x }
	all, _ := s.Reduce(add)
	require.Equal(t, "bob,ann,cleo,dora", all)
	require.Equal(t, ",bob,ann,cleo,dora", s.Fold("", add))
}

func largestEven(v []int) (int, bool) {
	return Max(From(v).Filter(even))
}

func TestLargestEven(t *testing.T) {
	most, ok := largestEven(digits)
	require.Equal(t, 6, most)
	require.True(t, ok)
}

func TestNaNIsLeast(t *testing.T) {
	nan := math.NaN()
	for _, v := range [][]float64{{nan, 1, 2}, {1, nan, 2}} {
		least, _ := Min(From(v))
		most, _ := Max(From(v))
		require.True(t, math.IsNaN(least))
		require.Equal(t, 2.0, most)
	}
}

func TestStepsOfNothingPanic(t *testing.T) {
	s := From(digits)
	for _, n := range []int{0, -1} {
		require.PanicsWithValue(t, "iterator: steps of less than 1",
			func() { s.StepBy(n) })
		require.PanicsWithValue(t, "iterator: chunks of less than 1",
			func() { Chunks(s, n) })
		require.PanicsWithValue(t, "iterator: windows of less than 1",
			func() { Windows(s, n) })
	}
}

func TestFolds(t *testing.T) {
	s, sum := From(digits), 0
	s.ForEach(func(x int) { sum += x })
	require.Equal(t, 31, sum)

	more := func(n int, _ int) int { return n + 1 }
	require.Equal(t, 8, Fold(s, 0, more))
	more2 := func(n int, i, _ int) int { return n + i }
	require.Equal(t, 28, Fold2(s.Enumerate(), 0, more2))

	least, _ := Min(s)
	most, _ := Max(s)
	require.Equal(t, []int{1, 9}, []int{least, most})

	twice := From([]int{1, 1}).Zip([]int{2, 3})
	require.Equal(t, map[int]int{1: 3}, CollectMap(twice), "the last")
}

func TestNothing(t *testing.T) {
	none := From([]int{})
	require.Zero(t, Sum(none))
	_, ok := Max(none)
	require.False(t, ok)
	require.Empty(t, Join(Map(none, strconv.Itoa), "-"))
	require.NotNil(t, CollectSet(none), "a map to go on with")
	require.NotNil(t, CollectMap(none.Enumerate()))
}
