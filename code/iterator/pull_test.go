package iterator

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPeekable(t *testing.T) {
	source := &probe{v: digits}
	p := source.seq().Pull()
	require.Zero(t, source.reads, "reads before it is asked")

	for range 2 {
		x, ok := p.Peek()
		require.Equal(t, 3, x)
		require.True(t, ok)
	}
	require.Equal(t, 1, source.reads)
	require.Equal(t, 1, source.open)

	p.Stop()
	require.Zero(t, source.open)
	for range 2 {
		_, ok := p.Next()
		require.False(t, ok)
	}
}

func TestPeekableReadsEachOnce(t *testing.T) {
	p := (&probe{v: digits[:2]}).seq().Pull()
	defer p.Stop()

	var got []int
	for x, ok := p.Peek(); ok; x, ok = p.Peek() {
		y, _ := p.Next()
		require.Equal(t, x, y)
		got = append(got, y)
	}
	require.Equal(t, digits[:2], got)
	_, ok := p.Next()
	require.False(t, ok, "the end is remembered")
}

func TestZipStopsBoth(t *testing.T) {
	a, b := &probe{v: digits}, &probe{v: digits}
	pairs := Zip(a.seq(), b.seq().Take(4))

	require.Equal(t, digits[:2], collect(pairs.Keys(), 2))
	require.Zero(t, a.open+b.open, "after a break")

	a.reads = 0
	require.Equal(t, digits[:4], collect(pairs.Values(), 99))
	require.Zero(t, a.open+b.open, "at the end")
	require.Equal(t, 5, a.reads, "the fifth has no partner")
}

func TestFromNext(t *testing.T) {
	p := From(digits).Pull()
	defer p.Stop()
	rest := FromNext(p.Next)

	require.Equal(t, []int{3, 1}, rest.Take(2).Collect())
	require.Equal(t, []int{4}, rest.Take(1).Collect(), "goes on")
	require.Equal(t, digits[3:], rest.Collect())
}
