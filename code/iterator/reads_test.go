package iterator

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReads(t *testing.T) {
	p := &probe{v: digits}
	s := p.seq()
	for _, c := range []struct {
		name  string
		seq   push
		reads int
	}{
		{"Take(0)", s.Take(0), 0},
		{"Take(-1)", s.Take(-1), 0},
		{"Take(3)", s.Take(3), 3},
		{"Take(99)", s.Take(99), 8},
		{"TakeWhile", s.TakeWhile(even), 1},
		{"Zip", s.Zip(digits[:2]).Keys(), 2},
		{"Zip none", s.Zip(nil).Keys(), 0},
		{"Skip, Take", s.Skip(2).Take(1), 3},
		{"Take, Skip", s.Take(1).Skip(2), 1},
		{"StepBy, Take", s.StepBy(3).Take(2), 4},
		{"Filter, Take", s.Filter(even).Take(1), 3},
		{"Chain, Take", s.Chain(s).Take(9), 9},
		{"FlatMap, Take", s.FlatMap(upTo).Take(4), 2},
		{"Chunks, Take", Map(Chunks(s, 3).Take(2), head), 6},
		{"Windows, Take", Map(Windows(s, 3).Take(2), head), 4},
	} {
		p.reads = 0
		collect(c.seq, 99)
		require.Equal(t, c.reads, p.reads, c.name)
	}
}

func head(v []int) int { return v[0] }
