package main

import (
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed rust/main.rs
var rustSource []byte

// buildRust compiles rust/main.rs in folder dir. It returns the program
// and the compiler's version, both empty if there is no rustc.
func buildRust(dir string) (program, version string, err error) {
	rustc, err := exec.LookPath("rustc")
	if err != nil {
		return "", "", nil
	}
	source := filepath.Join(dir, "main.rs")
	program = filepath.Join(dir, "rust")
	if err := os.WriteFile(source, rustSource, 0o666); err != nil {
		return "", "", err
	}
	build := exec.Command(rustc, "--edition", "2024", "-O", "-o", program, source)
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return "", "", err
	}
	out, err := exec.Command(rustc, "--version").Output()
	version, _, _ = strings.Cut(strings.TrimSpace(string(out)), " (")
	return program, version, err
}
