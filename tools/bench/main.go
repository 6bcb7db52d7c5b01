package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	rounds := flag.Int("rounds", 5, "measure each layout so many times")
	only := flag.String("run", "", "measure only iterators or fusion")
	flag.Parse()
	var err error
	switch {
	case flag.Arg(0) == "serve":
		err = serve(flag.Args()[1:])
	case flag.NArg() == 1 && *rounds > 0:
		err = run(flag.Arg(0), *only, *rounds)
	default:
		fmt.Fprintln(os.Stderr, "usage: bench [-rounds N] [-run NAME] DIR")
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(dir, only string, rounds int) error {
	temp, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	programs, err := buildGo(temp)
	if err != nil {
		return err
	}
	rust, version, err := buildRust(temp)
	if err != nil {
		return err
	}
	if only != "fusion" {
		err = benchIterators(dir, programs, rust, version, rounds)
	}
	if err == nil && only != "iterators" {
		err = benchFusion(dir, programs, rounds)
	}
	return err
}
