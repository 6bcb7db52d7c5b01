//go:build !unix

package main

import "time"

var began = time.Now()

// clock returns the time since the start.
func clock() (time.Duration, error) { return time.Since(began), nil }
