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
	require.Equal(t, 42, *ints.Follow(r))
	require.Equal(t, "ann", string(bytes.All(s)))
	require.Empty(t, bytes.All(bytes.Span(nil)))

	a.Reset()
	for _, r := range []Rel[int]{r, {}} {
		require.Panics(t, func() { ints.Follow(r) })
	}
	require.Panics(t, func() { bytes.All(s) })
}

func TestNoReferenceIsAnother(t *testing.T) {
	require.False(t, reflect.TypeFor[Ref[int]]().
		ConvertibleTo(reflect.TypeFor[Ref[string]]()))
	require.False(t, reflect.TypeFor[Rel[int]]().
		ConvertibleTo(reflect.TypeFor[Rel[string]]()))
	require.False(t, reflect.TypeFor[Span[int]]().
		ConvertibleTo(reflect.TypeFor[Span[string]]()))
}
