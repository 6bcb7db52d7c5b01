package iterator

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func laws(t *testing.T, s Seq[int], n int) {
	f, g := triple, func(x int) int { return x - n }
	p, q := even, func(x int) bool { return x > n }

	same(t, s.Map(f).Map(g), s.Map(func(x int) int { return g(f(x)) }))
	same(t, s.Map(g).Filter(p), s.Filter(func(x int) bool {
		return p(g(x))
	}).Map(g))
	same(t, s.Filter(p).Filter(q), s.Filter(func(x int) bool {
		return p(x) && q(x)
	}))
	same(t, s.Take(n).Chain(s.Skip(n)), s)
	same(t, s.TakeWhile(p).Chain(s.SkipWhile(p)), s)
	same(t, s.Skip(n).Take(3), s.Take(n+3).Skip(n))
	same(t, s.Chain(s).Chain(s), s.Chain(s.Chain(s)))
}

// same fails if a and b differ, to the end or left at any place.
func same(t *testing.T, a, b push) {
	t.Helper()
	for n := range 8 {
		require.Equal(t, collect(a, n), collect(b, n))
	}
	require.Equal(t, collect(a, 999), collect(b, 999))
}

func TestLaws(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		v := random.Perm(random.IntN(12))
		laws(t, From(v), random.IntN(12))
	}
}
