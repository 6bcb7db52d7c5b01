package arena

import "unsafe"

// onHeap returns n zeroed bytes of the Go heap, aligned to a word.
func onHeap(n int) []byte {
	w := make([]uint64, n/word+1)
	// w has n bytes and more.
	return unsafe.Slice((*byte)(unsafe.Pointer(&w[0])), n)
}
