// Arenapeers measures, on demand, a way to have memory for binary trees:
//
//	arenapeers CONTENDER
//	arenapeers puts
//
// It builds trees of depth 18, counts their nodes and frees them. Its
// first line has the number of nodes, as its three cases find it; then,
// for each line that it gets, it answers with picoseconds a node on the
// clock, and of processor time, collecting included, and with how often
// it collected.
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
		fail(serve(puts(), 1))
		return
	}
	if len(os.Args) != 2 || contenders[os.Args[1]] == nil {
		fail(fmt.Errorf("usage: arenapeers CONTENDER|puts"))
	}
	fail(serve([]contender{contenders[os.Args[1]]()}, 3))
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "arenapeers:", err)
		os.Exit(1)
	}
}

// serve answers each line with the first so many figures of each
// contender.
func serve(all []contender, figures int) error {
	var first strings.Builder
	for _, c := range all {
		n := c()
		for range figures {
			fmt.Fprint(&first, n, " ")
		}
	}
	fmt.Println(first.String())
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var line strings.Builder
		for _, c := range all {
			got, err := measure(c)
			if err != nil {
				return err
			}
			for _, figure := range got[:figures] {
				fmt.Fprint(&line, figure, " ")
			}
		}
		fmt.Println(line.String())
	}
	return lines.Err()
}

// measure returns the picoseconds that c takes for a node, by the clock
// and by processor time, and its collections.
func measure(c contender) (figures [3]int, err error) {
	runtime.GC()
	collected := collections()
	start := time.Now()
	before, err := clock.Now()
	if err != nil {
		return figures, err
	}
	n := 0
	for range trees {
		n += c()
	}
	after, err := clock.Now()
	elapsed := time.Since(start)
	return [3]int{
		int(elapsed) * 1000 / n, int(after-before) * 1000 / n,
		collections() - collected,
	}, err
}

func collections() int {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.NumGC)
}
