// Package learn checks what a reader wrote while following the book.
//
// A workspace is a Go module of the reader's own: what a chapter starts
// from, and the tests of the step that he is at. Checking a step overlays
// the book's tests on the reader's files and asks package run whether they
// pass, as it asks of the book's own trees (check.go); a design other than
// the book's passes if its public names do what the tests want.
//
// The reader's files are never overwritten but by Reset, which keeps a
// copy. Non-goals: judging style, and keeping the reader from editing what
// counts; the book's tests count as the book has them.
package learn

import (
	"context"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/run"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// Lesson is what a reader works at: a step, or a challenge.
type Lesson struct {
	Name    string // 03-arena/04-reset, or 03-arena/2 for a challenge
	Title   string
	Section *tangle.Section
	Exer    *chapter.Challenge // nil for a step
	Start   tree.Tree          // the program before it
	Goal    tree.Tree          // the book's own, after it
	Tested  tree.Tree          // Start with the tests that have to pass
}

// Steps returns the lessons that the steps are, in the order of the book.
func Steps(p *tangle.Program) []*Lesson {
	var out []*Lesson
	for _, s := range p.Steps() {
		out = append(out, &Lesson{
			Name: s.Name, Title: s.Title, Section: s,
			Start: s.Start, Goal: s.End, Tested: withTests(s.Start, s.End),
		})
	}
	return out
}

// Challenges returns the lessons that the challenges are: those whose test
// the book checks.
func Challenges(p *tangle.Program) []*Lesson {
	var out []*Lesson
	for _, c := range p.Chapters {
		for _, s := range c.Sections {
			for _, e := range s.Exers {
				if l := challenge(s, e); l != nil {
					out = append(out, l)
				}
			}
		}
	}
	return out
}

func challenge(s *tangle.Section, e *chapter.Challenge) *Lesson {
	l := &Lesson{
		Name:    fmt.Sprintf("%s/%d", s.Chapter.Name, e.Number),
		Title:   e.Title,
		Section: s, Exer: e,
	}
	for _, c := range s.Checks {
		switch {
		case c.Kind == tangle.Unsolved && c.Block == e.Test:
			l.Start, l.Tested = c.Before, c.Tree
		case c.Kind == tangle.Solved && c.Block.Exer == e:
			l.Goal = c.Tree
		}
	}
	if l.Tested.Len() == 0 {
		return nil
	}
	return l
}

// Find returns the lesson of that name, and what a name near it is
// otherwise.
func Find(lessons []*Lesson, name string) (*Lesson, string) {
	var known []string
	for _, l := range lessons {
		if l.Name == name {
			return l, ""
		}
		known = append(known, l.Name)
	}
	return nil, chapter.Nearest(name, known)
}

// IsTest reports whether a file is the book's to give: a test, or data that
// tests read.
func IsTest(p string) bool {
	return strings.HasSuffix(p, "_test.go") || slices.Contains(strings.Split(path.Dir(p), "/"), "testdata")
}

// Idle returns the steps whose tests pass without what the step adds to the
// program, as the runner finds out: a reader who writes nothing would pass
// them. Steps that add no test, or nothing else, are left out.
func Idle(ctx context.Context, r *run.Runner, lessons []*Lesson) ([]*Lesson, error) {
	checks := map[*Lesson]*tangle.Check{}
	var secs []*tangle.Section
	for _, l := range lessons {
		if len(l.Adds()) == 0 || len(l.changed()) == 0 {
			continue
		}
		a := &attempt{lesson: l, tree: l.Tested}
		checks[l] = a.tests()[0]
		checks[l].Kind = tangle.Unsolved
		secs = append(secs, a.section(checks[l]))
	}
	if err := r.Sections(ctx, secs); err != nil {
		return nil, err
	}
	var out []*Lesson
	for _, l := range lessons {
		if c := checks[l]; c != nil && r.Result(c).Status == run.Failed {
			out = append(out, l)
		}
	}
	return out, nil
}

// withTests returns t with the tests of u in the place of its own.
func withTests(t, u tree.Tree) tree.Tree {
	out := t.Filter(func(f *tree.File) bool { return !IsTest(f.Path) })
	for _, p := range u.Paths() {
		if IsTest(p) {
			out = out.With(u.Get(p))
		}
	}
	return out
}

// NewTests returns the paths of the tests that the lesson adds or changes.
func (l *Lesson) NewTests() []string {
	var out []string
	for _, p := range l.Start.Changed(l.Tested) {
		if l.Tested.Get(p) != nil {
			out = append(out, p)
		}
	}
	return out
}

// Adds returns the names of the tests, examples and fuzz targets that the
// lesson adds. Benchmarks don't tell right from wrong.
func (l *Lesson) Adds() []string {
	var out []string
	for _, p := range l.NewTests() {
		had := map[string]bool{}
		for _, name := range testNames(l.Start.Get(p)) {
			had[name] = true
		}
		for _, name := range testNames(l.Tested.Get(p)) {
			if !had[name] {
				out = append(out, name)
			}
		}
	}
	return out
}

var testFunc = regexp.MustCompile(`^func ((?:Test|Example|Fuzz)\w*)\(`)

func testNames(f *tree.File) []string {
	if f == nil || !strings.HasSuffix(f.Path, "_test.go") {
		return nil
	}
	var out []string
	for _, line := range f.Text.Lines {
		if m := testFunc.FindStringSubmatch(line); m != nil && m[1] != "TestMain" {
			out = append(out, m[1])
		}
	}
	return out
}

// Hints returns the lines of the lesson's hints, one text each.
func (l *Lesson) Hints() []string {
	lines := strings.Split(string(l.Section.Chapter.Doc.Source), "\n")
	var out []string
	for _, h := range l.Section.Hints {
		if h.Exer == l.Exer && h.From > 0 && h.To <= len(lines) && h.From < h.To {
			out = append(out, strings.TrimSpace(strings.Join(lines[h.From-1:h.To-1], "\n")))
		}
	}
	return out
}

// Anchor returns where the page speaks of a line of the chapter: the block
// that holds it, or the lesson's own heading.
func (l *Lesson) Anchor(line int) string {
	for _, s := range l.Section.Chapter.Sections {
		for i, b := range s.Blocks {
			if line >= b.Line && line <= b.LineAt(len(b.Lines)) {
				return s.BlockID(i)
			}
		}
	}
	return l.Section.ID
}
