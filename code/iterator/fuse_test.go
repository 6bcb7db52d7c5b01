package iterator

import "testing"

func inc(x int) int { return x + 1 }

func twiceLoop(v []int) (sum int) {
	for _, x := range v {
		if even(x) {
			sum += inc(triple(x))
		}
	}
	return sum
}

func twiceSeq(v []int) int {
	return Sum(From(v).Filter(even).Map(triple).Map(inc))
}

func BenchmarkTwiceLoop(b *testing.B) { benchmark(b, twiceLoop) }
func BenchmarkTwiceSeq(b *testing.B)  { benchmark(b, twiceSeq) }

func four(v []int) int {
	return Sum(From(v).Map(inc).Map(triple).Map(inc).Map(triple))
}

func five(v []int) int {
	s := From(v).Map(inc).Map(triple).Map(inc).Map(triple)
	return Sum(s.Map(inc))
}

func BenchmarkFour(b *testing.B) { benchmark(b, four) }
func BenchmarkFive(b *testing.B) { benchmark(b, five) }
