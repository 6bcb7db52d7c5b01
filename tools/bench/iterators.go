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

func benchIterators(dir string, programs []string, rust string, versions []string, rounds int) error {
	began := load()
	all := settings()
	var results, first []result
	for _, s := range all {
		r, err := compete("iterators", s, programs, rust, rounds)
		if err != nil {
			return err
		}
		results = append(results, r)
		if r, err = compete("first", s, programs, "", rounds); err != nil {
			return err
		}
		first = append(first, r)
	}
	head := heading(versions, rounds, layouts, began)
	if err := write(filepath.Join(dir, "iterators"), head+ratios(all, results, first)); err != nil {
		return err
	}
	return write(filepath.Join(dir, "iterators-peers"), head+peers(results))
}

// ratios is the table of our chains against the hand-written loops.
func ratios(all []setting, results, first []result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Chains of package iterator as a ratio to the hand-written Go loop:\nminimum (median).\n\n")
	fmt.Fprintf(&b, "%-22s", "")
	for _, s := range all {
		fmt.Fprintf(&b, "%13s", s.name)
	}
	fmt.Fprintf(&b, "%8s\n", "allocs")
	means := rows(&b, names, chains, results)
	mean(&b, "geometric mean", means)

	b.WriteString("\nTwo of them as they were first defined:\n")
	replaced := rows(&b, firstNames, firstChains, first)
	for k := range means {
		for i, at := range firstOf {
			means[k][at] = replaced[k][i]
		}
	}
	mean(&b, "mean with these two", means)
	return b.String()
}

// rows prints a line for each chain, and returns the ratios of the
// minima by setting.
func rows(b *strings.Builder, names []string, chains []func(*data) int, results []result) [][]float64 {
	d := makeData(settings()[0].n, false, 0)
	ratios := make([][]float64, len(results))
	for i, name := range names {
		fmt.Fprintf(b, "%-22s", name)
		for k, r := range results {
			least, median := r.ratio(1, i)
			ratios[k] = append(ratios[k], least)
			fmt.Fprintf(b, " %6.2f(%4.2f)", least, median)
		}
		n := testing.AllocsPerRun(10, func() { sink += chains[i](d) })
		fmt.Fprintf(b, "%8.0f\n", n)
	}
	return ratios
}

// mean prints a line of geometric means.
func mean(b *strings.Builder, name string, ratios [][]float64) {
	line := fmt.Sprintf("%-22s", name)
	for _, r := range ratios {
		line += fmt.Sprintf(" %6.2f      ", geomean(r))
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
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
