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

func TestAppendAndRests(t *testing.T) {
	a := New(1024)
	threes := For[[3]byte](a)
	require.Equal(t, 2, cap(threes.Slice(1)))
	r := For[struct{ x [8][3]byte }](a).New()
	require.Equal(t, 10, cap(threes.Append(r.x[:], [3]byte{})))

	p := For[struct {
		x    [3][2]byte
		b, c byte
	}](a).New()
	For[[2]byte](a).Append(p.x[:], [2]byte{1, 2})
	require.Zero(t, p.b)

	ints, none := For[int64](a), For[struct{}](a)
	s := ints.Slice(2)
	ints.Append(s[:1], 7, 7)
	require.Zero(t, s[1])
	require.Len(t, none.Append(none.Slice(1), struct{}{}), 2)
}
