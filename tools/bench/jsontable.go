package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// corporaTable is the table of all documents but the small one, by what else
// is alive. Speeds are about the files whose names end in ext.
func (p jsonPeers) corporaTable(title, ext string, c contest) string {
	var b strings.Builder
	b.WriteString(title + " The first line is the speed of the\n" +
		"derived code, in MB a second of processor time, garbage included.\n" +
		"Below it, how many times as long each takes: medians, their geometric\n" +
		"mean, and that of the minima. What GOEXPERIMENT=jsonv2 makes of\n" +
		"encoding/json is v1 made of v2.\n")
	for i, title := range []string{"nothing else alive", "64 MB alive"} {
		fmt.Fprintf(&b, "\n%-19s", title)
		for _, name := range c.corpora() {
			fmt.Fprintf(&b, "%8s", name)
		}
		fmt.Fprintf(&b, "%7s%8s\n", "mean", "minima")
		p.speeds(&b, c, i, ext)
		for k := range c.names {
			c.row(&b, i, k)
		}
	}
	return b.String()
}

// corpora returns the documents but the small one, which is the last.
func (c contest) corpora() []string { return c.documents[:len(c.documents)-1] }

// speeds prints how fast the first contender is.
func (p jsonPeers) speeds(b *strings.Builder, c contest, alive int, ext string) {
	line := fmt.Sprintf("%-19s", "derived, MB/s")
	for i, name := range c.corpora() {
		line += fmt.Sprintf("%8.0f", float64(p.size(name+ext))*1e6/c.results[alive][0][i].median())
	}
	fmt.Fprintln(b, line)
}

func (p jsonPeers) size(file string) int64 {
	info, err := os.Stat(filepath.Join(p.dir, file))
	if err != nil {
		return 0
	}
	return info.Size()
}

// row prints what a contender takes, if it is here.
func (c contest) row(b *strings.Builder, alive, k int) {
	r := c.results[alive]
	if len(r[k][0]) == 0 {
		return
	}
	fmt.Fprintf(b, "%-19s", c.names[k])
	var leasts, medians []float64
	for i := range c.corpora() {
		least, median := r.ratio(k, i)
		leasts, medians = append(leasts, least), append(medians, median)
		fmt.Fprintf(b, "%8.2f", median)
	}
	fmt.Fprintf(b, "%7.2f%8.2f\n", geomean(medians), geomean(leasts))
}

// smallTable is the table of the last document.
func smallTable(read, written contest) string {
	var b strings.Builder
	if last := read.documents[len(read.documents)-1]; last == person {
		b.WriteString("A Person of 93 bytes")
	} else {
		b.WriteString(last)
	}
	b.WriteString(": nanoseconds of processor time, how many times as\n" +
		"long as the derived code, and that with 64 MB alive. Medians.\n\n")
	fmt.Fprintf(&b, "%-19s%9s%7s%7s%11s%7s%7s\n", "", "read", "times", "64 MB", "write", "times", "64 MB")
	for k, name := range read.names {
		if read.cells(k) == "" {
			continue
		}
		line := fmt.Sprintf("%-19s", name) + read.cells(k)
		if at := slices.Index(written.names, name); at >= 0 {
			line += "  " + written.cells(at)
		}
		fmt.Fprintln(&b, line)
	}
	return b.String()
}

// cells says what a contender takes for the last document, if it is
// here.
func (c contest) cells(k int) string {
	last := len(c.documents) - 1
	if len(c.results[0][k][last]) == 0 {
		return ""
	}
	_, empty := c.results[0].ratio(k, last)
	_, full := c.results[1].ratio(k, last)
	return fmt.Sprintf("%9.0f%7.2f%7.2f", c.results[0][k][last].median()/1000, empty, full)
}
