package main

import (
	"fmt"
	"slices"
	"strings"
)

// A goal is what the code was written for: that the quickest of them
// takes so many times as long as us, for each document or in the mean.
type goal struct {
	us        string
	them      []string
	documents []string
	mean      bool
	least     float64
}

var (
	corpora = documents[:len(documents)-1]
	toRead  = []goal{
		{derived, []string{goccy}, corpora, false, 1.1},
		{derived, []string{goccy}, corpora, true, 1.2},
		{derived, []string{sonic, sonicStd}, []string{"twitter", "citm", "synthea", "orders"}, false, 1},
		{derived, []string{sonic, sonicStd}, []string{"canada"}, false, 0.9},
		{derived, []string{easyjson}, corpora, false, 1.5},
		{derived, []string{std}, corpora, false, 5},
		{derived, []string{stdV2}, corpora, false, 2},
		{visitors, []string{derived}, corpora, false, 0.55},
		{derived, []string{goccy}, []string{person}, false, 1 / 0.75},
	}
	toWrite = []goal{
		{derived, []string{goccy}, corpora, false, 1.1},
		{visitors, []string{derived}, corpora, false, 0.55},
		{derived, []string{goccy}, []string{person}, false, 1 / 0.75},
	}
)

// goalsTable says of each goal how far it was reached.
func goalsTable(read, written contest) string {
	var b strings.Builder
	b.WriteString("What was wanted: how many times as long as the first the second takes,\n" +
		"where that is least, or in the geometric mean. Of sonic's two modes the\n" +
		"quicker counts. Medians.\n\n")
	fmt.Fprintf(&b, "%-44s%6s%8s%9s\n", "", "wanted", "alone", "64 MB")
	for _, part := range []struct {
		verb  string
		goals []goal
		c     contest
	}{{"read", toRead, read}, {"write", toWrite, written}} {
		for _, g := range part.goals {
			name := fmt.Sprintf("%s: %s, %s", part.verb, g.us, g.them[0])
			fmt.Fprintf(&b, "%-44s%6.2f%8s%9s\n", name+g.where(), g.least, g.cell(part.c, 0), g.cell(part.c, 1))
		}
	}
	return b.String()
}

// where says which documents g is about, if not all the corpora.
func (g goal) where() string {
	switch {
	case g.mean:
		return ", mean"
	case len(g.documents) == 1:
		return ", " + g.documents[0]
	}
	return ""
}

// cell says how far g was reached in c, marked if it wasn't.
func (g goal) cell(c contest, alive int) string {
	r := c.results[alive]
	us := slices.Index(c.names, g.us)
	var ratios []float64
	for _, name := range g.documents {
		d := slices.Index(c.documents, name)
		quickest := r[slices.Index(c.names, g.them[0])][d].median()
		for _, other := range g.them[1:] {
			quickest = min(quickest, r[slices.Index(c.names, other)][d].median())
		}
		ratios = append(ratios, quickest/r[us][d].median())
	}
	reached := slices.Min(ratios)
	if g.mean {
		reached = geomean(ratios)
	}
	if reached < g.least {
		return fmt.Sprintf("%.2f <", reached)
	}
	return fmt.Sprintf("%.2f  ", reached)
}
