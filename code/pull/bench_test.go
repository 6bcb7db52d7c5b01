package pull

import (
	"slices"
	"testing"
)

func even(x int) bool  { return x%2 == 0 }
func triple(x int) int { return 3 * x }
func add(a, x int) int { return a + x }

func sumLoop(v []int) (sum int) {
	for _, x := range v {
		if even(x) {
			sum += triple(x)
		}
	}
	return sum
}

func sumPull(v []int) int {
	return Fold(Map(Filter(From(v), even), triple), 0, add)
}

func benchmark(b *testing.B, sum func([]int) int) {
	v := slices.Repeat([]int{3, 1, 4, 1, 5, 9, 2, 6}, 125)
	for b.Loop() {
		sum(v)
	}
}

func BenchmarkLoop(b *testing.B) { benchmark(b, sumLoop) }
func BenchmarkPull(b *testing.B) { benchmark(b, sumPull) }

func sumStatic(v []int) int {
	evens := &FilterOf[*slice[int], int]{&slice[int]{v}, even}
	triples := &MapOf[*FilterOf[*slice[int], int], int, int]{
		evens, triple,
	}
	return FoldOf(triples, 0, add)
}

func BenchmarkStatic(b *testing.B) { benchmark(b, sumStatic) }
