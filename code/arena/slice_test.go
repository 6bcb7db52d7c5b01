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
		require.Panics(t, func() { For[int](a).Slice(n) }, n)
		require.Equal(t, uint32(1), a.off, n)
	}
	require.Len(t, For[struct{}](a).Slice(math.MaxInt), math.MaxInt)
	require.Len(t, For[int](a).Slice(8), 8)
	require.Empty(t, For[int](a).Slice(0))
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
	ints := For[int](New(80))
	s := ints.Slice(5)
	grown := ints.Append(s, 1, 2, 3, 4, 5)
	require.Same(t, &s[0], &grown[0])
	require.Panics(t, func() { ints.Append(grown, 6) })
	require.Equal(t, 10, len(grown))
}

func TestAppendOverwritesNobody(t *testing.T) {
	a := New(128)
	bytes, pairs := For[byte](a), For[[2]int](a)
	s := bytes.Append(nil, []byte("abc")...)
	ab := slices.Clip(s[:2])
	x, y := bytes.Append(ab, 'x'), bytes.Append(ab, 'y')
	require.Equal(t, "abx", string(x))
	require.Equal(t, "aby", string(y))
	require.Equal(t, "abc", string(s))

	p, s := pairs.Slice(1), bytes.Slice(1)
	pairs.Append(p, [2]int{1, 2})
	require.Zero(t, s[0])
}

func TestAppendToWhatIsNotOurs(t *testing.T) {
	x, y := For[int](New(64)), For[int](New(64))
	s, r := x.Slice(1), y.Slice(1)
	require.NotSame(t, &s[0], &y.Append(s, 1)[0])
	require.NotSame(t, &r[0], &x.Append(r, 1)[0])
	require.Equal(t, []int{7, 1}, x.Append([]int{7}, 1))
}
