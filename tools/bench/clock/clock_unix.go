//go:build unix

// Package clock has the processor time.
package clock

import (
	"syscall"
	"time"
)

// Now returns the processor time that was used until now, by all
// threads: it doesn't go on while others have the processor, and does
// while garbage is collected beside the work.
func Now() (time.Duration, error) {
	var r syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	return time.Duration(r.Utime.Nano() + r.Stime.Nano()), err
}
