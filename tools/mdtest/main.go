package main

import (
	"os"

	"byhand/tools/mdtest/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdout, os.Stderr)) }
