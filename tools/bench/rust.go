package main

import (
	_ "embed"
	"fmt"
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
	version, err = rustVersion()
	return program, version, err
}

func rustVersion() (string, error) {
	out, err := exec.Command("rustc", "--version").Output()
	version, _, _ := strings.Cut(strings.TrimSpace(string(out)), " (")
	return version, err
}

// buildCrate compiles the program of that name, in the folder of that
// name, where cargo and the crate that it is about are. It says with
// what. Without them the program is empty.
func buildCrate(temp, name, crate string) (program string, used []string, err error) {
	target := filepath.Join(temp, "target-"+name)
	build := exec.Command("cargo", "build", "--quiet", "--release", "--offline", "--bin", name, "--target-dir", target)
	build.Dir = name
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "bench: without %s: %v\n%s", crate, err, out)
		return "", nil, nil
	}
	lock, err := os.ReadFile(filepath.Join(name, "Cargo.lock"))
	if err != nil {
		return "", nil, err
	}
	_, after, _ := strings.Cut(string(lock), "name = \""+crate+"\"\nversion = \"")
	version, _, _ := strings.Cut(after, `"`)
	compiler, err := rustVersion()
	return filepath.Join(target, "release", name), []string{crate + " " + version, compiler}, err
}
