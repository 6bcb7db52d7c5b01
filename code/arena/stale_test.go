package arena

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReferencesFromElsewhereAreRefused(t *testing.T) {
	here, there := For[int](New(64)), For[int](New(64))
	bob := there.Put(1)
	here.Put(2)

	require.Panics(t, func() { here.At(bob) })
}

func TestAtStaysInside(t *testing.T) {
	type pair [2]int64
	here, there := For[pair](New(64)), For[pair](New(64))
	there.a.epoch = here.a.epoch
	For[[3]int64](here.a).New()
	there.Put(pair{1, 2})
	bob := there.Put(pair{3, 4})

	require.Panics(t, func() { here.At(bob) })
}

func TestTheEndOfTheEpochBefore(t *testing.T) {
	bytes := For[byte](New(64))
	r := Ref[byte]{key: uint64(bytes.a.epoch)<<32 - 2}
	require.Panics(t, func() { bytes.At(r) })
}

func TestLimits(t *testing.T) {
	require.Panics(t, func() { New(-1) })
	require.Panics(t, func() { New(Max + 1) })
}

func TestAnArenaRetires(t *testing.T) {
	a := New(64)
	ints := For[int](a)
	a.epoch, *a.turns = retired-1, retired-1
	r := ints.Put(1)
	for range 2 {
		a.Reset()
		require.Panics(t, func() { ints.Put(1) })
		s := For[int](a.Mark())
		require.PanicsWithValue(t, ErrFull, func() { s.Put(1) })
		require.Panics(t, func() { ints.At(r) })
		require.Panics(t, func() { ints.At(Ref[int]{}) })
	}
}
