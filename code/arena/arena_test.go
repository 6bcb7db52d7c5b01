package arena

import (
	"runtime"
	"testing"
	"time"
	"unsafe"

	"github.com/stretchr/testify/require"
)

func TestValuesDoNotTouch(t *testing.T) {
	ints := For[int](New(1024))
	x, y := ints.Put(42), ints.Put(100)
	*ints.At(x)++

	require.Equal(t, 43, *ints.At(x))
	require.Equal(t, 100, *ints.At(y))
}

func TestValuesAreAligned(t *testing.T) {
	a := New(1024)
	For[byte](a).Put(1)
	y := For[int](a).New()

	require.Zero(t, uintptr(unsafe.Pointer(y))%unsafe.Alignof(*y))
}

func TestFull(t *testing.T) {
	a := New(12)
	For[struct{}](a).Put(struct{}{})
	For[[2]int64](a).Put([2]int64{})
	For[struct{}](a).Put(struct{}{})
	b := For[bool](a)
	require.PanicsWithValue(t, ErrFull, func() { b.Put(true) })
}

func TestReservationsStay(t *testing.T) {
	p := For[int](New(1 << 30)).New()
	*p = 42
	for range 10 {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	require.Equal(t, 42, *p)
}

func TestReserve(t *testing.T) {
	b := reserve(Max)
	require.Zero(t, uintptr(unsafe.Pointer(&b[0]))%word)
	b[len(b)-1]++
	require.NotZero(t, b[len(b)-1])
}

func TestNewIsZero(t *testing.T) {
	a := New(64)
	ints := For[int](a)
	ints.Put(42)
	a.Reset()
	require.Zero(t, *ints.New())
}
