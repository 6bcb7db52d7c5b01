//go:build linux || darwin

package arena

import (
	"runtime/debug"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"
)

func TestGuardTripsOverStalePointers(t *testing.T) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	a := NewGuarded(1)
	ann := For[int](a).New()
	*ann = 42
	a.Reset()
	require.True(t, ann != For[int](a).New())

	defer func() {
		fault, ok := recover().(interface{ Addr() uintptr })
		require.True(t, ok)
		require.Equal(t, uintptr(unsafe.Pointer(ann)), fault.Addr())
	}()
	*ann++
}
