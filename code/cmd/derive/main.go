// Derive writes, for the types of a package that ask for it, what
// package serde needs to write and read them:
//
//	//go:generate go run byhand/code/cmd/derive
//
//	//derive:serialize,deserialize rename_all=snake_case
//	type Person struct {
//		Name  string
//		Email string `serde:"rename=mail,default"`
//	}
//
// Its argument is the package's folder, or none for the current one.
// What is wrong with the source is reported with file, line and column;
// then nothing is written.
package main

import (
	"go/scanner"
	"os"
	"path/filepath"
)

func run(dir string) error {
	src, err := load(dir)
	if err != nil {
		return err
	}
	decls := findDecls(src)
	src.errs.Sort()
	if err := src.errs.Err(); err != nil {
		return err
	}
	out, err := generate(src, decls)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, output), out, 0o666)
}

func main() {
	dir := "."
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	if err := run(dir); err != nil {
		scanner.PrintError(os.Stderr, err)
		os.Exit(1)
	}
}
