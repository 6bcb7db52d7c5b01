package arena

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestScope(t *testing.T) {
	a := New(1024)
	outer := For[int](a)
	x := outer.Put(42)

	s := a.Mark()
	inner := outer.In(s)
	y := inner.Put(100)
	require.Equal(t, 142, *outer.At(x)+*inner.At(y))
	require.PanicsWithValue(t, ErrFull, func() { outer.Put(1) })

	s.Release()
	require.Equal(t, 42, *outer.At(x))
	require.Panics(t, func() { inner.At(y) })
	require.Panics(t, func() { inner.Put(1) })
	require.Panics(t, func() { s.Release() })
	require.Panics(t, func() { s.Mark() })
	outer.Put(7)
}

func TestAReleasedScopeStaysReleased(t *testing.T) {
	a := New(1024)
	old := a.Mark()
	late := For[int](old)
	old.Release()
	ints := late.In(a.Mark())
	x := ints.Put(42)
	require.Panics(t, func() { late.Put(1) })
	require.Panics(t, old.Release)
	require.Equal(t, 42, *ints.At(x))
}

func TestAScopeGrowsNothingOfTheOuter(t *testing.T) {
	a := New(1024)
	ints := For[int64](a)
	outer := ints.Slice(1)
	inner := ints.In(a.Mark()).Append(outer, 1)
	require.NotSame(t, &outer[0], &inner[0])
}
