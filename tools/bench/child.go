package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// child is a program that measures on demand. Its first line has a
// result for each contender's cases. Then, for each line that it gets,
// it answers with a line of what they took, in nanoseconds.
type child struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	out   *bufio.Scanner
	first int // its first contender
	sums  []int
}

// start runs program on the data of s.
func start(s setting, reps, first int, program string, args ...string) (*child, error) {
	random := 0
	if s.random {
		random = 1
	}
	for _, n := range []int{s.n, random, s.count, reps} {
		args = append(args, strconv.Itoa(n))
	}
	return launch(first, program, args...)
}

// launch runs program, and waits for its first line.
func launch(first int, program string, args ...string) (*child, error) {
	cmd := exec.Command(program, args...)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	c := &child{cmd: cmd, in: in, out: bufio.NewScanner(out), first: first}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	c.sums, err = c.line()
	return c, err
}

// line reads a line of numbers.
func (c *child) line() (numbers []int, err error) {
	if !c.out.Scan() {
		return nil, fmt.Errorf("%s: %w", c.cmd.Path, io.ErrUnexpectedEOF)
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

// round measures every case once.
func (c *child) round() ([]int, error) {
	if _, err := io.WriteString(c.in, "\n"); err != nil {
		return nil, err
	}
	return c.line()
}

func (c *child) stop() error {
	c.in.Close()
	return c.cmd.Wait()
}
