package arena

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

var noise []*int

func TestSlabKeepsWhatItPointsTo(t *testing.T) {
	var s Slab[*int]
	var kept [2000]**int
	for i := range kept {
		kept[i] = s.Put(&i)
	}
	runtime.GC()
	for i := range 1_000_000 {
		noise = append(noise, &i)
	}
	noise = nil
	for i, p := range kept {
		require.Equal(t, i, **p)
	}
}

type pair struct{ Left, Right *pair }

var kept *pair

func BenchmarkSlab(b *testing.B) {
	var s Slab[pair]
	for b.Loop() {
		kept = s.Put(pair{})
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		kept = new(pair)
	}
}
