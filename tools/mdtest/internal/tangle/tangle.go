// Package tangle follows the chapters from top to bottom: every listing
// edits the tree of files, and every claim on the page becomes a check on
// the tree as it stands there.
//
// It is pure: it neither reads nor writes files, nor runs anything.
// Non-goals: deciding whether a check holds (package run).
package tangle

import (
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/splice"
	"byhand/tools/mdtest/internal/tree"
)

// Book is what tangling starts from.
type Book struct {
	Module   string    // the module's path
	Base     tree.Tree // what every tree holds: go.mod, go.sum
	Chapters []*chapter.Chapter
	Made     map[string]string // recorded files, by section name + "/" + path
	Recorded map[string]string // recorded measurements, by name
}

// Program is a tangled book.
type Program struct {
	Book     *Book
	Chapters []*Chapter
	Final    tree.Tree
}

// Chapter is a tangled chapter: the tree before and after it.
type Chapter struct {
	*chapter.Chapter
	Sections   []*Section
	Start, End tree.Tree

	shown []string // the records that its listings show
}

// Section is a tangled section: the tree before and after it, and what it
// claims.
type Section struct {
	*chapter.Section
	Chapter    *Chapter
	Start, End tree.Tree
	Checks     []*Check
	Placed     map[*chapter.Block]*Placement
}

// Placement is where a listing went.
type Placement struct {
	Path          string
	Before, After *tree.File // nil where there is none
	Tree          tree.Tree  // with After
	Changes       []splice.Change
}

// Tangle follows the chapters in their order.
func Tangle(b *Book) (*Program, error) { return new(Tangler).Tangle(b) }

// Follow follows one chapter from the tree that it starts with.
func Follow(b *Book, c *chapter.Chapter, start tree.Tree) (*Chapter, diag.List) {
	t := &tangler{book: b, cur: start}
	tc := &Chapter{Chapter: c, Start: start}
	for _, s := range c.Sections {
		tc.Sections = append(tc.Sections, t.section(tc, s))
	}
	tc.End, tc.shown = t.cur, t.shown
	return tc, t.errs
}

// MadeDir holds the records of the files that commands make.
const MadeDir = "chapters/made"

// MadeFile returns where the record that key names is kept. Its ending
// hides Go files from the go command, which would take them for packages.
func MadeFile(key string) string { return MadeDir + "/" + key + madeExt }

const madeExt = ".txt"

// MadeKey returns the key of a file below MadeDir, and whether it is a
// record.
func MadeKey(file string) (string, bool) { return strings.CutSuffix(file, madeExt) }

type tangler struct {
	book *Book
	errs diag.List

	cur    tree.Tree  // the tree without detours
	detour *tree.Tree // the tree with the asides since the last real edit
	under  int        // the heading that the detour stands under
	green  tree.Tree  // the last tree that was not red
	red    bool       // the last listing was red
	made   *Check     // the last block that runs commands
	shown  []string   // the records that listings show
	sec    *Section
}

// now returns the tree as the reader sees it.
func (t *tangler) now() tree.Tree {
	if t.detour != nil {
		return *t.detour
	}
	return t.cur
}

func (t *tangler) section(c *Chapter, s *chapter.Section) *Section {
	sec := &Section{
		Section: s, Chapter: c, Start: t.cur,
		Placed: map[*chapter.Block]*Placement{},
	}
	t.sec, t.detour, t.made = sec, nil, nil
	t.green, t.red = t.cur, false
	for _, b := range s.Blocks {
		if b.Under != t.under {
			t.under = b.Under
			t.leave()
		}
		t.block(b)
	}
	t.leave()
	for _, e := range s.Exers {
		t.answered(e)
	}
	sec.End = t.cur
	if s.Step {
		t.check(&Check{
			Kind: Step, Tree: t.cur, Before: sec.Start,
			Pos: diag.Pos{File: c.File, Line: s.Line},
		})
	}
	return sec
}

// leave undoes the asides.
func (t *tangler) leave() {
	if t.detour != nil {
		t.detour = nil
		t.green, t.red = t.cur, false
	}
}

func (t *tangler) block(b *chapter.Block) {
	switch b.Kind {
	case chapter.Listing, chapter.File:
		t.listing(b)
	case chapter.Console, chapter.Testscript:
		c := &Check{Kind: Shell, Block: b, Tree: t.now()}
		if b.Kind == chapter.Testscript {
			c.Kind = Script
		}
		t.made = c
		t.check(c)
	case chapter.Rust:
		t.check(&Check{Kind: Rust, Block: b})
	case chapter.Recorded:
		text, ok := t.book.Recorded[b.Recorded]
		if !ok {
			t.errs.Addf(b.Pos(), "recorded=%s: there is no book/bench/%s", b.Recorded, b.Recorded)
			return
		}
		t.check(&Check{Kind: Recorded, Block: b, Record: text})
	}
}

func (t *tangler) check(c *Check) {
	if c.Block != nil {
		c.Pos = c.Block.Pos()
	}
	c.Section = t.sec
	t.sec.Checks = append(t.sec.Checks, c)
}

// listing makes the edit, and the checks that it brings.
func (t *tangler) listing(b *chapter.Block) {
	if b.Edits() {
		t.leave()
	}
	before := t.now()
	if b.Made && !t.claimMade(b) {
		return
	}
	after, ok := t.place(b, before)
	if !ok {
		return
	}
	if b.Edits() {
		t.cur = after
	} else {
		t.detour = &after
	}
	t.claim(b, before, after)
}

// claim adds what a listing claims by standing where it does.
func (t *tangler) claim(b *chapter.Block, before, after tree.Tree) {
	switch {
	case b.Challenge:
		t.check(&Check{Kind: Unsolved, Block: b, Tree: after, Before: before})
		return
	case b.Red:
		t.check(&Check{Kind: Red, Block: b, Tree: after, Before: t.green})
		t.red = true
		return
	}
	t.check(&Check{Kind: Build, Block: b, Tree: after, Before: t.green, Mends: t.red})
	t.green, t.red = after, false
	if e := b.Exer; e != nil && e.Test != nil && len(e.Answer) > 0 && b == e.Answer[len(e.Answer)-1] {
		t.check(&Check{Kind: Solved, Block: b, Tree: after, Before: t.cur})
	}
}

// claimMade adds the claim that a command above writes the file, and
// reports whether it has been recorded, so that it can be placed.
func (t *tangler) claimMade(b *chapter.Block) bool {
	if t.made == nil {
		t.errs.Addf(b.Pos(), "%s is made, but no command above it in this section makes it", b.Path)
		return false
	}
	c := &Check{Kind: Made, Block: b, From: t.made, MadeKey: t.sec.Name + "/" + b.Path}
	c.Record, c.Recorded = t.book.Made[c.MadeKey]
	t.shown = append(t.shown, c.MadeKey)
	t.made.Makes = append(t.made.Makes, b.Path)
	t.check(c)
	return c.Recorded
}

// answered sees to it that a challenge that is checked has an answer.
func (t *tangler) answered(e *chapter.Challenge) {
	if e.Test != nil && len(e.Answer) == 0 {
		t.errs.Addf(e.Test.Pos(),
			"this challenge has no fold whose summary begins with `An answer`, with a listing in it")
	}
	for _, b := range e.Answer {
		if !b.Aside {
			t.errs.Addf(b.Pos(), "a listing of an answer is an aside")
		}
	}
}
