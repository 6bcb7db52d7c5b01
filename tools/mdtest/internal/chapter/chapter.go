// Package chapter reads a page as a chapter: sections, steps, blocks,
// challenges and folds, by the notation that the tool's manual describes.
//
// Non-goals: what the blocks do to the tree (package tangle) and whether
// what they claim is true (package run).
package chapter

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/legible"
	"byhand/tools/mdtest/internal/markdown"
)

// Chapter is a parsed chapters/NN-name.md.
type Chapter struct {
	File     string // slash-separated, from the book's root
	Name     string // NN-name
	Title    string
	Doc      *markdown.Doc
	Sections []*Section
	Blocks   []*Block // of all sections, in order
}

// Section is what stands below a `##` heading, or before the first.
type Section struct {
	Name    string // the tag of a step; else NN-name/slug, or NN-name
	Title   string
	ID      string // the heading's anchor; empty before the first heading
	Line    int
	Step    bool // edits the tree
	Summary string
	Blocks  []*Block
	Exers   []*Challenge
	Hints   []*Hint
}

// BlockID returns the anchor of the section's block i, from 0. No heading
// has a colon in its own.
func (s *Section) BlockID(i int) string {
	return fmt.Sprintf("%s:%d", cmp.Or(s.ID, "start"), i+1)
}

// Challenge is a `###` of the section called Challenges.
type Challenge struct {
	Number int
	Title  string
	Line   int
	Test   *Block   // the listing that has to be made pass, or nil
	Answer []*Block // the listings of the fold that answers it
}

// Hint is a fold that helps with a step or a challenge.
type Hint struct {
	Exer     *Challenge // nil for a hint to the step
	From, To int        // the lines between those of the fold
}

// MaxSize is how long a chapter may be, in bytes.
const MaxSize = 1 << 20

var fileName = regexp.MustCompile(`^\d\d-[a-z0-9]+(-[a-z0-9]+)*\.md$`)

// Parse reads the chapter that file holds.
func Parse(file string, src []byte) (*Chapter, diag.List) {
	var errs diag.List
	if err := CheckBytes(file, src); err != nil {
		errs.Add(err)
		return nil, errs
	}
	name := path.Base(file)
	if !fileName.MatchString(name) {
		errs.Addf(diag.Pos{File: file}, "a chapter's file is called NN-name.md")
	}
	c := &Chapter{
		File: file, Name: strings.TrimSuffix(name, ".md"),
		Doc: markdown.Parse(src),
	}
	r := reader{c: c, errs: &errs}
	r.read()
	c.number()
	return c, errs
}

// CheckBytes returns why src can't be a chapter or another page at all, or
// nil.
func CheckBytes(file string, src []byte) *diag.Error {
	if len(src) > MaxSize {
		return diag.Errorf(diag.Pos{File: file}, "%d bytes; a chapter may have %d", len(src), MaxSize)
	}
	n := 0
	for line := range strings.SplitSeq(string(src), "\n") {
		n++
		fault := legible.Fault(line)
		if strings.HasSuffix(line, "\r") && fault != "not valid UTF-8" {
			fault = "the line ends in CR LF; the book's lines end in LF"
		}
		if fault != "" {
			return diag.Errorf(diag.Pos{File: file, Line: n}, "%s", fault)
		}
	}
	return nil
}

// number gives each section its name. Steps are counted from 1.
func (c *Chapter) number() {
	steps := 0
	for _, s := range c.Sections {
		for _, b := range s.Blocks {
			s.Step = s.Step || s.Title != "" && b.Edits()
		}
		switch {
		case s.Title == "":
			s.Name = c.Name
		case s.Step:
			steps++
			s.Name = fmt.Sprintf("%s/%02d-%s", c.Name, steps, s.ID)
		default:
			s.Name = c.Name + "/" + s.ID
		}
	}
}
