package main

import (
	"fmt"
	"os"
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

var goContenders = [][]func(*data) int{loops, chains, pulls, los}

// result has the times of a setting, by contender and pipeline.
type result [][]times

func (r result) ratio(contender, pipeline int) (least, median float64) {
	t, base := r[contender][pipeline], r[0][pipeline]
	return t.min() / base.min(), t.median() / base.median()
}

func benchIterators(dir string, rounds int) error {
	temp, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	rust, err := buildRust(temp)
	if err != nil {
		return err
	}
	began := load()
	all := settings()
	var results []result
	for _, s := range all {
		r, err := compete(s, rust, rounds)
		if err != nil {
			return err
		}
		results = append(results, r)
	}
	head := heading(rounds, rust.version, began)
	if err := write(filepath.Join(dir, "iterators"), head+ratios(all, results)); err != nil {
		return err
	}
	return write(filepath.Join(dir, "iterators-peers"), head+peers(results))
}

// compete measures all contenders on s.
func compete(s setting, rust rust, rounds int) (result, error) {
	reps := max(1, 100_000/(s.n*len(s.sets)))
	child, sums, err := rust.start(s, reps)
	if err != nil {
		return nil, err
	}
	if err := check(s, sums); err != nil {
		return nil, err
	}
	r := make(result, len(contenders))
	for c := range r {
		r[c] = make([]times, len(names))
	}
	for range rounds {
		for i := range names {
			for c, pipelines := range goContenders {
				r[c][i] = append(r[c][i], timed(pipelines[i], s.sets, reps))
			}
		}
		if child == nil {
			continue
		}
		all, err := child.round()
		if err != nil {
			return nil, err
		}
		for k, t := range all {
			c, i := len(goContenders)+k/len(names), k%len(names)
			r[c][i] = append(r[c][i], t)
		}
	}
	if child == nil {
		return r[:len(goContenders)], nil
	}
	return r, child.stop()
}

// check fails if the contenders disagree.
func check(s setting, rust []int) error {
	for i, name := range names {
		want := sum(loops[i], s.sets)
		for c, pipelines := range goContenders {
			if got := sum(pipelines[i], s.sets); got != want {
				return fmt.Errorf("%s, %s: %s gets %d, not %d", s.name, name, contenders[c], got, want)
			}
		}
		for k := i; k < len(rust); k += len(names) {
			if rust[k] != want {
				return fmt.Errorf("%s, %s: Rust gets %d, not %d", s.name, name, rust[k], want)
			}
		}
	}
	return nil
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
		fmt.Fprintf(&b, "%12s", s.name)
	}
	fmt.Fprintf(&b, "%8s\n", "allocs")
	means := make([][]float64, len(all))
	for i, name := range names {
		fmt.Fprintf(&b, "%-22s", name)
		for k, r := range results {
			least, median := r.ratio(1, i)
			means[k] = append(means[k], least)
			fmt.Fprintf(&b, " %5.2f(%4.2f)", least, median)
		}
		fmt.Fprintf(&b, "%8.0f\n", allocs(i, all[0].sets[0]))
	}
	fmt.Fprintf(&b, "%-22s", "geometric mean")
	for k := range all {
		fmt.Fprintf(&b, " %5.2f      ", geomean(means[k]))
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
