//go:build !unix

// Package clock has the time, where the processor's isn't known.
package clock

import "time"

var began = time.Now()

// Now returns the time since the start.
func Now() (time.Duration, error) { return time.Since(began), nil }
