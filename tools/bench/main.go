package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
)

func main() {
	rounds := flag.Int("rounds", 5, "measure each layout so many times")
	only := flag.String("run", "", "measure only iterators, fusion, json or arena")
	document := flag.String("document", "", "measure only this of JSON, and record nothing")
	flag.Parse()
	var err error
	switch {
	case flag.Arg(0) == "serve":
		err = serve(flag.Args()[1:])
	case *document != "" && flag.NArg() == 0 && *rounds > 0:
		err = inTemp(func(temp string) error { return tryJSON(temp, *document, *rounds) })
	case *document == "" && flag.NArg() == 1 && *rounds > 0:
		err = inTemp(func(temp string) error { return run(flag.Arg(0), temp, *only, *rounds) })
	default:
		fmt.Fprintln(os.Stderr, "usage: bench [-rounds N] [-run NAME] DIR\n       bench [-rounds N] -document NAME")
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// inTemp calls f with a folder that is gone afterwards.
func inTemp(f func(temp string) error) error {
	temp, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	return f(temp)
}

func run(dir, temp, only string, rounds int) (err error) {
	if only != "json" && only != "arena" {
		err = benchChains(dir, temp, only, rounds)
	}
	if err == nil && (only == "" || only == "json") {
		err = benchJSON(dir, temp, rounds)
	}
	if err == nil && (only == "" || only == "arena") {
		err = benchArena(dir, temp, rounds)
	}
	return err
}

// benchChains measures chapters 1 and 2.
func benchChains(dir, temp, only string, rounds int) error {
	programs, err := buildGo(temp, "go", layouts, ".")
	if err != nil {
		return err
	}
	used, err := versions(programs[0], "github.com/samber/lo")
	if err != nil {
		return err
	}
	rust, version, err := buildRust(temp)
	if err != nil {
		return err
	}
	if only != "fusion" {
		with := used
		if version != "" {
			with = append(slices.Clip(used), version)
		}
		err = benchIterators(dir, programs, rust, with, rounds)
	}
	if err == nil && only != "iterators" {
		err = benchFusion(dir, programs, used, rounds)
	}
	return err
}
