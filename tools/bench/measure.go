package main

import (
	"math"
	"slices"
	"time"
)

// times are what the rounds of one contender took.
type times []time.Duration

func (t times) min() float64 { return float64(slices.Min(t)) }

func (t times) median() float64 {
	sorted := slices.Sorted(slices.Values(t))
	return float64(sorted[len(sorted)/2])
}

// sink keeps the results, so that nothing is optimised away.
var sink int

// timed runs f on all sets of data, reps times.
func timed(f func(*data) int, sets []*data, reps int) time.Duration {
	start := time.Now()
	for range reps {
		for _, d := range sets {
			sink += f(d)
		}
	}
	return time.Since(start)
}

// sum runs f once on all sets.
func sum(f func(*data) int, sets []*data) (total int) {
	for _, d := range sets {
		total += f(d)
	}
	return total
}

func geomean(ratios []float64) float64 {
	total := 0.0
	for _, r := range ratios {
		total += math.Log(r)
	}
	return math.Exp(total / float64(len(ratios)))
}
