package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// suite has the cases of each contender; the first of them are the
// loops that the others are compared with.
type suite [][]func(*data) int

func suites(name string) suite {
	switch name {
	case "iterators":
		return suite{loops, chains, pulls, los}
	case "first":
		return suite{firstLoops, firstChains}
	}
	fusion := make(suite, 2)
	for _, c := range conditions {
		fusion[0] = append(fusion[0], c.loop)
		fusion[1] = append(fusion[1], c.chain)
	}
	return fusion
}

// sink keeps the results, so that nothing is optimised away.
var sink int

// serve is the child: see there. Its arguments are a suite's name, then
// n, random, sets and reps as rust/main.rs has them.
func serve(args []string) error {
	if len(args) != 5 {
		return fmt.Errorf("serve: want 5 arguments, not %d", len(args))
	}
	var n [4]int
	for i := range n {
		var err error
		if n[i], err = strconv.Atoi(args[i+1]); err != nil {
			return err
		}
	}
	var sets []*data
	for seed := range n[2] {
		sets = append(sets, makeData(n[0], n[1] == 1, uint64(seed)))
	}
	all := suites(args[0])
	each(all, func(f func(*data) int) int { return total(f, sets) })
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		each(all, func(f func(*data) int) int {
			start := time.Now()
			for range n[3] {
				sink += total(f, sets)
			}
			return int(time.Since(start))
		})
	}
	return lines.Err()
}

// each prints a line of what measure says of each case.
func each(all suite, measure func(func(*data) int) int) {
	var line strings.Builder
	for _, cases := range all {
		for _, f := range cases {
			fmt.Fprint(&line, measure(f), " ")
		}
	}
	fmt.Println(line.String())
}

// total adds up what f returns for each set.
func total(f func(*data) int, sets []*data) (sum int) {
	for _, d := range sets {
		sum += f(d)
	}
	return sum
}
