package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

//go:embed rust/main.rs
var rustSource []byte

// rust is the compiled program of rust/main.rs; empty if there is no
// rustc.
type rust struct {
	program string
	version string
}

func buildRust(dir string) (rust, error) {
	rustc, err := exec.LookPath("rustc")
	if err != nil {
		return rust{}, nil
	}
	source := filepath.Join(dir, "main.rs")
	r := rust{program: filepath.Join(dir, "pipelines")}
	if err := os.WriteFile(source, rustSource, 0o666); err != nil {
		return r, err
	}
	build := exec.Command(rustc, "--edition", "2024", "-O", "-o", r.program, source)
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return r, err
	}
	version, err := exec.Command(rustc, "--version").Output()
	r.version, _, _ = strings.Cut(strings.TrimSpace(string(version)), " (")
	return r, err
}

// child is a running program, which measures on demand.
type child struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Scanner
}

// start runs r on the data of s. It returns nil if there is no r.
func (r rust) start(s setting, reps int) (*child, []int, error) {
	if r.program == "" {
		return nil, nil, nil
	}
	random := "0"
	if s.random {
		random = "1"
	}
	cmd := exec.Command(r.program, strconv.Itoa(s.n), random,
		strconv.Itoa(len(s.sets)), strconv.Itoa(reps))
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	c := &child{cmd, in, bufio.NewScanner(out)}
	if err := cmd.Start(); err != nil {
		return nil, nil, err
	}
	sums, err := c.line()
	return c, sums, err
}

// line reads a line of numbers.
func (c *child) line() (numbers []int, err error) {
	if !c.out.Scan() {
		return nil, fmt.Errorf("rust: %w", io.ErrUnexpectedEOF)
	}
	for word := range strings.FieldsSeq(c.out.Text()) {
		n, err := strconv.Atoi(word)
		if err != nil {
			return nil, err
		}
		numbers = append(numbers, n)
	}
	return numbers, nil
}

// round measures all loops, then all iterators.
func (c *child) round() (all []time.Duration, err error) {
	if _, err := io.WriteString(c.in, "\n"); err != nil {
		return nil, err
	}
	numbers, err := c.line()
	for _, n := range numbers {
		all = append(all, time.Duration(n))
	}
	return all, err
}

func (c *child) stop() error {
	c.in.Close()
	return c.cmd.Wait()
}
