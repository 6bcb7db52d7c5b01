// Arenapeers measures, on demand, a way to have memory for binary trees:
//
//	arenapeers CONTENDER
//	arenapeers puts
//
// It builds trees of depth 18, counts their nodes and frees them. Its
// first line has the number of nodes, as its two cases find it; then,
// for each line that it gets, it answers with picoseconds a node on the
// clock, and of processor time, collecting included.
//
// With puts its cases are ways to store a node of 16 bytes, 65,536 at a
// time, and each line has the picoseconds that each took.
//
// Built with GOEXPERIMENT=arenas it has one contender more. The runtime
// has its collector's own threads, so each contender is a process.
package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"byhand/tools/bench/clock"
)

const (
	depth = 18
	trees = 8
	nodes = 1<<(depth+1) - 1
)

// A contender builds a tree, returns how many nodes it counts in it, and
// frees it.
type contender func() int

var contenders = map[string]func() contender{
	"checked":   checked,
	"links":     links,
	"new":       fromNew,
	"slab":      fromSlab,
	"ristretto": fromRistretto,
}

func main() {
	if len(os.Args) == 2 && os.Args[1] == "puts" {
		fail(serve(puts(), false))
		return
	}
	if len(os.Args) != 2 || contenders[os.Args[1]] == nil {
		fail(fmt.Errorf("usage: arenapeers CONTENDER|puts"))
	}
	fail(serve([]contender{contenders[os.Args[1]]()}, true))
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "arenapeers:", err)
		os.Exit(1)
	}
}

// serve answers each line with what the contenders take. With processor
// time, there is that for each, too.
func serve(all []contender, processor bool) error {
	var first strings.Builder
	for _, c := range all {
		n := c()
		fmt.Fprint(&first, n, " ")
		if processor {
			fmt.Fprint(&first, n, " ")
		}
	}
	fmt.Println(first.String())
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var line strings.Builder
		for _, c := range all {
			took, worked, err := measure(c)
			if err != nil {
				return err
			}
			fmt.Fprint(&line, took, " ")
			if processor {
				fmt.Fprint(&line, worked, " ")
			}
		}
		fmt.Println(line.String())
	}
	return lines.Err()
}

// measure returns the picoseconds that c takes for a node.
func measure(c contender) (took, worked int, err error) {
	runtime.GC()
	start := time.Now()
	before, err := clock.Now()
	if err != nil {
		return 0, 0, err
	}
	n := 0
	for range trees {
		n += c()
	}
	after, err := clock.Now()
	elapsed := time.Since(start)
	return int(elapsed) * 1000 / n, int(after-before) * 1000 / n, err
}
