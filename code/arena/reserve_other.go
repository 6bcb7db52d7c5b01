//go:build !linux && !darwin

package arena

func reserve(n int) []byte { return onHeap(n) }

func protect([]byte) { panic("arena: no guard on this system") }
