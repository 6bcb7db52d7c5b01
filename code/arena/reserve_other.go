//go:build !linux && !darwin

package arena

// reserve returns n zeroed bytes, or as many as a heap can spare.
func reserve(n int) []byte { return onHeap(min(n, 256<<20)) }

const canProtect = false

func protect([]byte) {}
