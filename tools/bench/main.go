package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	rounds := flag.Int("rounds", 41, "measure each contender so many times")
	only := flag.String("run", "", "measure only iterators or fusion")
	flag.Parse()
	if flag.NArg() != 1 || *rounds < 1 {
		fmt.Fprintln(os.Stderr, "usage: bench [-rounds N] [-run NAME] DIR")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *only, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(dir, only string, rounds int) error {
	if only == "" || only == "iterators" {
		if err := benchIterators(dir, rounds); err != nil {
			return err
		}
	}
	if only == "" || only == "fusion" {
		return benchFusion(dir, rounds)
	}
	return nil
}
