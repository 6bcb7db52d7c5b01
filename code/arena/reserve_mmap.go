//go:build linux || darwin

package arena

import (
	"os"
	"syscall"
)

// reserve returns n zeroed bytes, or fewer if the system refuses so
// many. They become memory when they are first used.
func reserve(n int) []byte {
	const access = syscall.PROT_READ | syscall.PROT_WRITE
	const kind = syscall.MAP_ANON | syscall.MAP_PRIVATE |
		syscall.MAP_NORESERVE
	for ; n > os.Getpagesize(); n /= 2 {
		b, err := syscall.Mmap(-1, 0, n, access, kind)
		if err == nil {
			return b
		}
	}
	return onHeap(n)
}

const canProtect = true

// protect makes the pages of b inaccessible.
func protect(b []byte) {
	if err := syscall.Mprotect(b, syscall.PROT_NONE); err != nil {
		panic("arena: " + err.Error())
	}
}
