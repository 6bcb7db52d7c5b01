package tangle

import (
	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tree"
)

// Kind says what a check claims.
type Kind string

// The claims of a page.
const (
	Build    Kind = "build"    // what Before and Tree differ in builds
	Red      Kind = "red"      // it breaks the build or the tests
	Step     Kind = "step"     // it is gofmt-clean, vets and passes its tests
	Shell    Kind = "console"  // the commands print what the page shows
	Script   Kind = "script"   // the testscript passes
	Rust     Kind = "rust"     // rustc accepts it, or rejects it with Codes
	Made     Kind = "made"     // a command writes the file that is recorded
	Recorded Kind = "recorded" // the page shows the recorded measurement
	Unsolved Kind = "unsolved" // the challenge's test fails
	Solved   Kind = "solved"   // … and passes with the answer
)

// Check is one claim.
type Check struct {
	Kind    Kind
	Pos     diag.Pos
	Section *Section
	Block   *chapter.Block // nil for a Step

	Tree   tree.Tree // the tree that it holds of
	Before tree.Tree // the tree to compare with, to know what is new
	Mends  bool      // a Build that ends a red spell: the tests pass too

	Makes    []string // Shell, Script: files to look at afterwards
	From     *Check   // Made: the check whose commands make the file
	MadeKey  string   // Made: names the record
	Record   string   // Made, Recorded: the text to compare with
	Recorded bool     // Made: there is a record
}

// Steps returns the program's steps in order.
func (p *Program) Steps() []*Section {
	var out []*Section
	for _, c := range p.Chapters {
		for _, s := range c.Sections {
			if s.Step {
				out = append(out, s)
			}
		}
	}
	return out
}

// Checks returns all checks in the order of the book.
func (p *Program) Checks() []*Check {
	var out []*Check
	for _, c := range p.Chapters {
		for _, s := range c.Sections {
			out = append(out, s.Checks...)
		}
	}
	return out
}
