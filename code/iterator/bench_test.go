package iterator

import (
	"slices"
	"testing"
)

func even(x int) bool  { return x%2 == 0 }
func triple(x int) int { return 3 * x }

func sumLoop(v []int) (sum int) {
	for _, x := range v {
		if even(x) {
			sum += triple(x)
		}
	}
	return sum
}

func sumSeq(v []int) int {
	return Sum(From(v).Filter(even).Map(triple))
}

func benchmark(b *testing.B, sum func([]int) int) {
	v := slices.Repeat([]int{3, 1, 4, 1, 5, 9, 2, 6}, 125)
	for b.Loop() {
		sum(v)
	}
}

func BenchmarkLoop(b *testing.B) { benchmark(b, sumLoop) }
func BenchmarkSeq(b *testing.B)  { benchmark(b, sumSeq) }

func sumPull(v []int) (sum int) {
	p := From(v).Filter(even).Map(triple).Pull()
	defer p.Stop()
	for x, ok := p.Next(); ok; x, ok = p.Next() {
		sum += x
	}
	return sum
}

func BenchmarkPull(b *testing.B) { benchmark(b, sumPull) }
