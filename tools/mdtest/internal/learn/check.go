package learn

import (
	"cmp"
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/markdown"
	"byhand/tools/mdtest/internal/run"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// Report is what came of checking a lesson on the reader's program.
type Report struct {
	Lesson   *Lesson
	Findings []Finding
	Tests    bool     // the lesson's tests ran
	Runs     int      // console blocks that were compared
	Passed   int      // of these, how many print what the page shows
	Unlike   int      // console blocks that show how the book's own code is built
	Skipped  []string // what this machine can't do
}

// OK reports whether the lesson is passed.
func (r *Report) OK() bool { return len(r.Findings) == 0 }

// Finding is one thing that is wrong.
type Finding struct {
	What   string // a word or two: a test fails
	Error  *diag.Error
	Anchor string // of the page, where the text speaks of it
}

// Check checks the lesson on the reader's files: first whether the names
// that it promises are there, then its tests, then what its programs print,
// then, where goroutines run, whether they race.
func (l *Lesson) Check(ctx context.Context, r *run.Runner, mine tree.Tree) (*Report, error) {
	a := &attempt{lesson: l, runner: r, tree: l.over(mine), report: &Report{Lesson: l}}
	if a.missing() || a.deciding(mine) {
		return a.report, nil
	}
	a.report.Tests = true
	for _, stage := range []func() []*tangle.Check{a.tests, a.consoles, a.races} {
		if err := a.run(ctx, stage()); err != nil {
			return nil, err
		}
		if !a.report.OK() {
			break
		}
	}
	return a.report, nil
}

// over returns the reader's program with the tests that the book wants
// passed, and the book's go.mod. Tests of the reader's own count too.
func (l *Lesson) over(mine tree.Tree) tree.Tree {
	out := builtHere(mine)
	for _, p := range l.Tested.Paths() {
		if IsTest(p) || !strings.Contains(p, "/") {
			out = out.With(l.Tested.Get(p))
		}
	}
	return out
}

// attempt is a check in the making.
type attempt struct {
	lesson *Lesson
	runner *run.Runner
	tree   tree.Tree
	report *Report
}

// missing notes the promised names that are not there.
func (a *attempt) missing() bool {
	missing := Missing(a.lesson.Promise(), a.tree)
	for _, n := range missing {
		pos := diag.Pos{File: n.Dir}
		a.add("missing", diag.Errorf(pos, "there is no %s yet: %s", n.Name, n.Decl), a.anchorOf(n))
	}
	return len(missing) > 0
}

// anchorOf returns the block of the lesson that declares a name, or the
// first that edits its package.
func (a *attempt) anchorOf(n Name) string {
	s := a.lesson.Section
	first := ""
	for i, b := range s.Blocks {
		pl := s.Placed[b]
		if pl == nil || !b.Edits() || path.Dir(b.Path) != n.Dir {
			continue
		}
		if first == "" {
			first = s.BlockID(i)
		}
		for _, c := range pl.Changes {
			if c.Name == n.Name || slices.Contains(c.Specs, n.Name) {
				return s.BlockID(i)
			}
		}
	}
	return cmp.Or(first, s.ID)
}

func (a *attempt) add(what string, err *diag.Error, anchor string) {
	a.report.Findings = append(a.report.Findings, Finding{what, err, anchor})
}

// tests asks for the tests of all that the reader's program and the one
// that the lesson starts from differ in.
func (a *attempt) tests() []*tangle.Check {
	s := a.lesson.Section
	line := s.Line
	if a.lesson.Exer != nil {
		line = a.lesson.Exer.Line
	}
	pos := diag.Pos{File: s.Chapter.File, Line: line}
	label := &chapter.Block{Fence: &markdown.Fence{Line: line}, File: pos.File, Section: s.Section}
	label.Path = "code"
	return []*tangle.Check{{
		Kind: tangle.Solved, Pos: pos, Block: label, Tree: a.tree, Before: a.lesson.Start,
	}}
}

// consoles asks for the step's console blocks that stand where the step
// ends and print the same of every right program.
func (a *attempt) consoles() []*tangle.Check {
	if a.lesson.Exer != nil {
		return nil
	}
	goal := a.lesson.Goal.Hash()
	var out []*tangle.Check
	for _, c := range a.lesson.Section.Checks {
		switch {
		case c.Kind != tangle.Shell || c.Tree.Hash() != goal:
		case !byBehaviour(c.Block):
			a.report.Unlike++
		default:
			a.report.Runs++
			out = append(out, &tangle.Check{Kind: tangle.Shell, Pos: c.Pos, Block: c.Block, Tree: a.tree})
		}
	}
	return out
}

// byBehaviour reports whether a block's output says what a program does,
// and not how its source looks or how fast it runs here.
func byBehaviour(b *chapter.Block) bool {
	if b.Numbers {
		return false
	}
	for _, cmd := range b.Commands() {
		words := strings.Fields(cmd.Line)
		if len(words) < 2 || words[0] != "go" || !slices.Contains([]string{"run", "test", "vet"}, words[1]) {
			return false
		}
		if strings.Contains(cmd.Line, "flags") || strings.Contains(cmd.Line, "-bench") {
			return false
		}
		for _, l := range b.Lines[cmd.From:cmd.To] {
			if strings.Contains(l.Text, ".go:") {
				return false
			}
		}
	}
	return true
}

// races asks for the race detector where the program starts goroutines.
func (a *attempt) races() []*tangle.Check {
	dirs := map[string]bool{}
	for _, p := range a.lesson.Start.Changed(a.tree) {
		if f := a.tree.Get(p); f != nil && path.Ext(p) == ".go" && concurrent(f) {
			dirs["./"+path.Dir(p)] = true
		}
	}
	if len(dirs) == 0 {
		return nil
	}
	var list []string
	for d := range dirs {
		list = append(list, d)
	}
	slices.Sort(list)
	page := fmt.Sprintf("# R\n\n```console\n$ go test -race %s\n...\n```\n", strings.Join(list, " "))
	c, _ := chapter.Parse("chapters/00-race.md", []byte(page))
	return []*tangle.Check{{
		Kind: tangle.Shell, Pos: c.Blocks[0].Pos(), Block: c.Blocks[0], Tree: a.tree,
	}}
}

// concurrent reports whether a file starts goroutines or guards against
// them.
func concurrent(f *tree.File) bool {
	file, _ := parser.ParseFile(token.NewFileSet(), "", f.Data(), parser.SkipObjectResolution)
	if file == nil {
		return false
	}
	found := slices.ContainsFunc(file.Imports, func(i *ast.ImportSpec) bool {
		return i.Path.Value == `"sync"` || i.Path.Value == `"sync/atomic"`
	})
	ast.Inspect(file, func(n ast.Node) bool {
		_, starts := n.(*ast.GoStmt)
		found = found || starts
		return !found
	})
	return found
}

// run runs checks, and notes what they find.
func (a *attempt) run(ctx context.Context, checks []*tangle.Check) error {
	if len(checks) == 0 {
		return nil
	}
	if err := a.runner.Sections(ctx, []*tangle.Section{a.section(checks...)}); err != nil {
		return err
	}
	for _, c := range checks {
		a.read(c, a.runner.Result(c))
	}
	return nil
}

// section is the lesson's with other checks.
func (a *attempt) section(checks ...*tangle.Check) *tangle.Section {
	s := &tangle.Section{
		Section: a.lesson.Section.Section, Chapter: a.lesson.Section.Chapter,
		Start: a.lesson.Start, End: a.tree, Checks: checks,
	}
	for _, c := range checks {
		c.Section = s
	}
	return s
}

func (a *attempt) read(c *tangle.Check, res *run.Result) {
	switch {
	case res.Status == run.Skipped:
		a.report.Skipped = append(a.report.Skipped, res.Why)
	case res.Status == run.Passed && c.Kind == tangle.Shell && c.Block.Section.Title != "":
		a.report.Passed++
	}
	for _, err := range res.Errors {
		anchor := a.lesson.Section.ID
		if err.File == a.lesson.Section.Chapter.File {
			anchor = a.lesson.Anchor(err.Line)
		}
		a.add(what(c, err), err, anchor)
	}
}

// what says in a word or two what is wrong.
func what(c *tangle.Check, err *diag.Error) string {
	text := err.Msg + "\n" + err.Detail
	switch {
	case strings.Contains(text, "WARNING: DATA RACE"):
		return "a data race"
	case strings.Contains(text, "test timed out after"), strings.Contains(text, "did not end within"):
		return "it does not end"
	case strings.Contains(text, "[build failed]"), strings.Contains(text, "[setup failed]"):
		return "it does not compile"
	case strings.HasPrefix(err.Msg, "panic: "):
		return "a panic"
	case c.Kind == tangle.Shell:
		return "another output"
	case strings.HasSuffix(err.Msg, " fails"), err.Msg == "the tests fail":
		return "a test fails"
	}
	return "it does not compile"
}
