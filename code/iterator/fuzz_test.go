package iterator

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// stage is an adaptor, and what it makes of a slice.
type stage struct {
	seq  push
	want []int
}

func until(v []int, is func(int) bool) int {
	if i := slices.IndexFunc(v, is); i >= 0 {
		return i
	}
	return len(v)
}

func every(v []int, n int) []int {
	kept := []int{}
	for i := 0; i < len(v); i += n {
		kept = append(kept, v[i])
	}
	return kept
}

func odd(x int) bool { return x%2 != 0 }

func mapped(v []int, f func(int) int) []int {
	w := []int{}
	for _, x := range v {
		w = append(w, f(x))
	}
	return w
}

// stages returns each adaptor with the number n on s, and on its twin.
func stages(s Seq[int], v []int, n int) []stage {
	cut := min(n, len(v))
	more := digits[:n]
	return []stage{
		{s.Filter(even), slices.DeleteFunc(slices.Clone(v), odd)},
		{s.Map(triple), mapped(v, triple)},
		{s.Take(n), v[:cut]},
		{s.Skip(n), v[cut:]},
		{s.StepBy(n + 1), every(v, n+1)},
		{s.TakeWhile(even), v[:until(v, odd)]},
		{s.SkipWhile(even), v[until(v, odd):]},
		{s.Chain(From(more)), append(slices.Clip(v), more...)},
		{s.Zip(more).Keys(), v[:cut]},
		{s.Zip(more).Values(), more[:cut]},
		{Map(Chunks(s, n+1), head), every(v, n+1)},
		{Map(Windows(s, n+1), head), v[:max(0, len(v)-n)]},
	}
}

// replay builds a chain, one stage a byte, and compares it to its twin.
func replay(t *testing.T, program []byte) {
	v := slices.Concat(digits, digits)
	source := &probe{v: v}
	var seen []int
	var s push = source.seq().Inspect(func(x int) {
		seen = append(seen, x)
	})
	for _, b := range program {
		all := stages(s, v, int(b)/16%len(digits))
		chosen := all[int(b)%len(all)]
		s, v = chosen.seq, chosen.want
	}
	for n := range len(v) + 2 {
		seen = []int{}
		require.Equal(t, v[:min(n, len(v))], collect(s, n))
		require.Equal(t, source.v[:len(seen)], seen)
		require.Zero(t, source.open)
	}
}

func TestChainsAgreeWithLoops(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		program := make([]byte, random.IntN(7))
		for i := range program {
			program[i] = byte(random.Uint32())
		}
		replay(t, program)
	}
}

func FuzzChainsAgreeWithLoops(f *testing.F) {
	f.Add([]byte("chain"))
	f.Fuzz(func(t *testing.T, program []byte) {
		replay(t, program[:min(len(program), 7)])
	})
}
