package arena

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSliceOfTooMany(t *testing.T) {
	a := New(64)
	for _, n := range []int{9, math.MaxUint/8 + 2, math.MaxInt, -1} {
		require.Panics(t, func() { For[int64](a).Slice(n) }, n)
		require.Equal(t, uint32(1), a.off, n)
	}
	require.Len(t, For[struct{}](a).Slice(math.MaxInt), math.MaxInt)
	require.Len(t, For[int64](a).Slice(8), 8)
	require.Empty(t, For[int64](a).Slice(0))
}

func TestAppend(t *testing.T) {
	a := New(1 << 16)
	ints := For[int](a)
	var s, want []int
	for i := range 100 {
		s, want = ints.Append(s, i, -i), append(want, i, -i)
		if i%7 == 0 {
			ints.Put(i)
		}
		require.True(t, slices.Equal(want, s))
	}
	text := a.Text("ann")
	For[byte](a).Slice(8)
	require.Equal(t, "ann", text)
}

func TestAppendInPlace(t *testing.T) {
	ints := For[int64](New(80))
	s := ints.Slice(5)
	grown := ints.Append(s, 1, 2, 3, 4, 5)
	require.Same(t, &s[0], &grown[0])
	require.Panics(t, func() { ints.Append(grown, 6) })
	require.Equal(t, 10, len(grown))
}

type triangle struct {
	corners [3][3]float32
	color   uint32
}

func TestAppendOverwritesNobody(t *testing.T) {
	a := New(1024)
	bytes := For[byte](a)
	s := bytes.Append(nil, []byte("abc")...)
	ab := slices.Clip(s[:2])
	x, y := bytes.Append(ab, 'x'), bytes.Append(ab, 'y')
	require.Equal(t, "abx", string(x))
	require.Equal(t, "aby", string(y))
	require.Equal(t, "abc", string(s))

	r := For[triangle](a).New()
	For[[3]float32](a).Append(r.corners[:], [3]float32{1, 2, 3})
	require.Zero(t, r.color)
}
