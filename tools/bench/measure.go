package main

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// times are what the rounds of one case took.
type times []int

func (t times) min() float64 { return float64(slices.Min(t)) }

func (t times) median() float64 {
	sorted := slices.Sorted(slices.Values(t))
	return float64(sorted[len(sorted)/2])
}

// result has the times by contender and case.
type result [][]times

func (r result) ratio(contender, i int) (least, median float64) {
	t, base := r[contender][i], r[0][i]
	return t.min() / base.min(), t.median() / base.median()
}

func geomean(ratios []float64) float64 {
	total := 0.0
	for _, r := range ratios {
		total += math.Log(r)
	}
	return math.Exp(total / float64(len(ratios)))
}

// layouts is how often this program is linked, with its functions in
// another order each time. A short loop may take twice as long if it
// lies badly in memory, which is chance and should not decide. About
// half of the places are bad, so of four layouts all are for one loop
// in sixteen.
const layouts = 12

// buildGo links the layouts of package pkg in folder dir, as programs of
// that name and a number. The environment has env too.
func buildGo(dir, name string, layouts int, pkg string, env ...string) (programs []string, err error) {
	for seed := 1; seed <= layouts; seed++ {
		program := filepath.Join(dir, fmt.Sprint(name, seed))
		build := exec.Command("go", "build", "-tags=generated", "-o", program,
			fmt.Sprint("-ldflags=-randlayout=", seed), pkg)
		build.Env = append(os.Environ(), env...)
		build.Stderr = os.Stderr
		if err := build.Run(); err != nil {
			return nil, err
		}
		programs = append(programs, program)
	}
	return programs, nil
}

// compete measures a suite on s, in all layouts, and Rust if there is
// any.
func compete(name string, s setting, programs []string, rust string, rounds int) (result, error) {
	reps := max(1, 100_000/(s.n*s.count))
	var children []*child
	for _, program := range programs {
		c, err := start(s, reps, 0, program, "serve", name)
		if err != nil {
			return nil, err
		}
		children = append(children, c)
	}
	count, cases := len(suites(name)), len(suites(name)[0])
	if rust != "" {
		c, err := start(s, reps, count, rust)
		if err != nil {
			return nil, err
		}
		children = append(children, c)
		count += 2
	}
	if err := agree(children, cases); err != nil {
		return nil, fmt.Errorf("%s: %w", s.name, err)
	}
	return race(children, count, cases, rounds)
}

// race measures all contenders' cases in turn, and then stops the
// children.
func race(children []*child, count, cases, rounds int) (result, error) {
	r := make(result, count)
	for i := range r {
		r[i] = make([]times, cases)
	}
	for range rounds {
		for _, c := range children {
			took, err := c.round()
			if err != nil {
				return nil, err
			}
			for k, t := range took {
				slot := &r[c.first+k/cases][k%cases]
				*slot = append(*slot, t)
			}
		}
	}
	for _, c := range children {
		if err := c.stop(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// agree fails if not all contenders get the same.
func agree(children []*child, cases int) error {
	for _, c := range children {
		for k, got := range c.sums {
			if want := children[0].sums[k%cases]; got != want {
				return fmt.Errorf("contender %d gets %d in case %d, not %d",
					c.first+k/cases, got, k%cases, want)
			}
		}
	}
	return nil
}
