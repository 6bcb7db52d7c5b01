//go:build !unix

package run

import "os/exec"

func group(*exec.Cmd)     {}
func killGroup(*exec.Cmd) {}
