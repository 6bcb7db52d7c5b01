//go:build !linux

package run

// Elsewhere a command's process group is all that is known of what it
// started: what leaves the group lives on, and only time and output are
// bounded.
func adopt()                       {}
func usage() (n int, memory int64) { return 0, 0 }
func sweep()                       {}
