package arena

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRel(t *testing.T) {
	a := New(1024)
	ints, bytes := For[int](a), For[byte](a)
	r, s := ints.Put(42).Rel(), bytes.Span([]byte("ann"))
	row := ints.Span([]int{2, 3, 5})
	require.Equal(t, 42, *ints.Follow(r))
	require.Equal(t, "ann", string(bytes.All(s)))
	require.Empty(t, bytes.All(bytes.Span(nil)))

	a.Reset()
	for _, r := range []Rel[int]{r, {}} {
		require.Panics(t, func() { ints.Follow(r) })
	}
	require.Panics(t, func() { bytes.All(s) })
	ints.Put(7)
	require.Panics(t, func() { ints.All(row) })
	last := Rel[[2]int64]{at: a.off - 1}
	require.Panics(t, func() { For[[2]int64](a).Follow(last) })
}

func TestNoReferenceIsAnother(t *testing.T) {
	require.False(t, reflect.TypeFor[Ref[int]]().
		ConvertibleTo(reflect.TypeFor[Ref[string]]()))
	require.False(t, reflect.TypeFor[Rel[int]]().
		ConvertibleTo(reflect.TypeFor[Rel[string]]()))
	require.False(t, reflect.TypeFor[Span[int]]().
		ConvertibleTo(reflect.TypeFor[Span[string]]()))
}
