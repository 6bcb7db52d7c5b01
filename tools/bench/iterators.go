package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

var names = []string{
	"filter map sum", "filter map take sum", "map ×4 sum",
	"enumerate filter fold", "zip fold", "chain filter sum",
	"step_by sum", "skip take_while sum", "flat_map sum",
	"filter map collect", "position", "strings", "structs",
}

// The contenders. The first is what the others are compared with.
var contenders = []string{"Go loop", "iterator", "pull", "lo/it", "Rust loop", "Rust iter"}

func benchIterators(dir string, programs []string, rust, version string, rounds int) error {
	began := load()
	all := settings()
	var results []result
	for _, s := range all {
		r, err := compete("iterators", s, programs, rust, rounds)
		if err != nil {
			return err
		}
		results = append(results, r)
	}
	head := heading(rounds, version, began)
	if err := write(filepath.Join(dir, "iterators"), head+ratios(all, results)); err != nil {
		return err
	}
	return write(filepath.Join(dir, "iterators-peers"), head+peers(results))
}

// allocs counts the allocations of a chain that don't belong to its
// result.
func allocs(i int, d *data) float64 {
	return testing.AllocsPerRun(10, func() { sink += chains[i](d) })
}

// ratios is the table of our chains against the hand-written loops.
func ratios(all []setting, results []result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Chains of package iterator as a ratio to the hand-written Go loop:\nminimum (median).\n\n")
	fmt.Fprintf(&b, "%-22s", "")
	for _, s := range all {
		fmt.Fprintf(&b, "%13s", s.name)
	}
	fmt.Fprintf(&b, "%8s\n", "allocs")
	d := makeData(all[0].n, false, 0)
	means := make([][]float64, len(all))
	for i, name := range names {
		fmt.Fprintf(&b, "%-22s", name)
		for k, r := range results {
			least, median := r.ratio(1, i)
			means[k] = append(means[k], least)
			fmt.Fprintf(&b, " %6.2f(%4.2f)", least, median)
		}
		fmt.Fprintf(&b, "%8.0f\n", allocs(i, d))
	}
	fmt.Fprintf(&b, "%-22s", "geometric mean")
	for k := range all {
		fmt.Fprintf(&b, " %6.2f      ", geomean(means[k]))
	}
	b.WriteString("\n")
	return b.String()
}

// peers is the table of all contenders.
func peers(results []result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "All, as a ratio to the hand-written Go loop: geometric mean of the\nfour settings' minima.\n\n")
	fmt.Fprintf(&b, "%-22s", "")
	count := len(results[0])
	for c := 1; c < count; c++ {
		fmt.Fprintf(&b, "%10s", contenders[c])
	}
	b.WriteString("\n")
	overall := make([][]float64, count)
	for i, name := range names {
		fmt.Fprintf(&b, "%-22s", name)
		for c := 1; c < count; c++ {
			var four []float64
			for _, r := range results {
				least, _ := r.ratio(c, i)
				four = append(four, least)
			}
			mean := geomean(four)
			overall[c] = append(overall[c], mean)
			fmt.Fprintf(&b, "%10.2f", mean)
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "%-22s", "geometric mean")
	for c := 1; c < count; c++ {
		fmt.Fprintf(&b, "%10.2f", geomean(overall[c]))
	}
	fmt.Fprintf(&b, "\n\nAs a multiple of the chain: pull %.1f, lo/it %.1f.\n",
		geomean(overall[2])/geomean(overall[1]), geomean(overall[3])/geomean(overall[1]))
	return b.String()
}
