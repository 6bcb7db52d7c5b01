package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// fewLayouts are fewer than layouts: no loop is short in a tree.
const fewLayouts = 3

// buildTrees builds what makes trees in folder temp, as far as it can be
// built here, and says with what.
func buildTrees(temp string) (makers []treeMaker, used []string, err error) {
	if _, err := buildGo(temp, "arena", fewLayouts, "./arenapeers"); err != nil {
		return nil, nil, err
	}
	ours := filepath.Join(temp, "arena")
	used, err = versions(ours+"1", "github.com/dgraph-io/ristretto/v2")
	if err != nil {
		return nil, nil, err
	}
	for _, m := range [][2]string{
		{ownRefs, "checked"},
		{ownLinks, "links"},
		{goSlab, "slab"},
		{goNew, "new"},
		{goPeer, "ristretto"},
	} {
		makers = append(makers, treeMaker{m[0], ours, []string{m[1]}, true})
	}
	if _, err := buildGo(temp, "experiment", fewLayouts, "./arenapeers", "GOEXPERIMENT=arenas"); err != nil {
		fmt.Fprintln(os.Stderr, "bench: without GOEXPERIMENT=arenas:", err)
	} else {
		program := filepath.Join(temp, "experiment")
		makers = append(makers, treeMaker{goArenas, program, []string{"experiment"}, true})
	}
	rust, with, err := buildCrate(temp, "rust-arena", "bumpalo")
	if err != nil {
		return nil, nil, err
	}
	if rust != "" {
		makers = append(makers,
			treeMaker{rustBump, rust, []string{"bumpalo"}, false},
			treeMaker{rustBox, rust, []string{"box"}, false})
	}
	c, compiler := buildC(temp)
	return append(makers, c...), append(append(used, with...), compiler...), nil
}

// buildC compiles ctrees with the system's malloc, and with mimalloc,
// where there is a compiler, and a libmimalloc where it finds libraries.
func buildC(temp string) (makers []treeMaker, used []string) {
	for _, c := range []struct{ name, file, lib string }{
		{cMalloc, "trees", "-lc"}, {cMi, "trees-mi", "-lmimalloc"},
	} {
		program := filepath.Join(temp, c.file)
		build := exec.Command("cc", "-O2", "-o", program, "ctrees/trees.c", c.lib)
		if out, err := build.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "bench: without %s: %v\n%s", c.name, err, out)
			continue
		}
		makers = append(makers, treeMaker{c.name, program, nil, false})
	}
	if out, err := exec.Command("cc", "--version").Output(); err == nil {
		first, _, _ := strings.Cut(string(out), "\n")
		used = append(used, first)
	}
	return makers, used
}
