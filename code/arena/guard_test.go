//go:build linux || darwin

package arena

import (
	"runtime/debug"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"
)

// fault returns the address of the fault that it is to touch p, or 0.
func fault(p *int) (addr uintptr) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if f, ok := recover().(interface{ Addr() uintptr }); ok {
			addr = f.Addr()
		}
	}()
	*p++
	return 0
}

func TestGuardTripsOverStalePointers(t *testing.T) {
	a := NewGuarded(1)
	ann := For[int](a).New()
	require.Zero(t, fault(ann))
	a.Reset()
	require.True(t, ann != For[int](a).New())
	require.Equal(t, uintptr(unsafe.Pointer(ann)), fault(ann))
}

func TestGuardOfAScope(t *testing.T) {
	a := NewGuarded(1 << 20)
	outer := For[int](a).New()
	s := a.Mark()
	inner := For[int](s).New()
	s.Release()
	require.Zero(t, fault(outer))
	require.NotZero(t, fault(inner))

	many := For[int](a).Slice(2000)
	a.Reset()
	require.NotZero(t, fault(&many[1999]))
}
