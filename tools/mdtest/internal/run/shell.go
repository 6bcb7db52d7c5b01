package run

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/output"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
	"byhand/tools/mdtest/internal/version"
)

// shellResult is what a console block's commands did.
type shellResult struct {
	Commands []outcome
	Made     map[string]string // the files of Check.Makes that are there
	Strays   []string          // what was left outside of the tree
}

// goTest is a command that the stable module has an answer to already.
var goTest = regexp.MustCompile(`^go test \./(code/\S+)$`)

// goTool is a command that reads the packages it names and no other file.
var goTool = regexp.MustCompile(`^go (run|test|vet|build) ([^|&;<>$` + "`" + `'"*?()]*)$`)

// noRace is why commands that want the race detector are skipped.
const noRace = "there is no C compiler, which -race needs"

// lacks says what the machine lacks to run a text, or "".
func (r *Runner) lacks(text string) string {
	if strings.Contains(text, " -race") && !r.env.cgo {
		return noRace
	}
	return ""
}

// shell runs a console block, or remembers what came of it.
func (r *Runner) shell(ctx context.Context, c *tangle.Check) (*shellResult, error) {
	if res := r.tested(c); res != nil {
		return res, nil
	}
	t := r.reachable(c)
	parts := []string{"shell", t.Hash()}
	for _, cmd := range c.Block.Commands() {
		parts = append(parts, cmd.Line)
	}
	parts = append(parts, c.Makes...)
	key := r.store.key(parts...)
	known := &shellResult{}
	if c.Block.Numbers {
		alone := r.store.key(append(parts, "alone")...)
		if r.store.get(alone, known) {
			return known, nil
		}
		if r.opts.Measure {
			key = alone
		}
	}
	if r.store.get(key, known) {
		return known, nil
	}
	res, err := r.perform(ctx, c, t)
	if err == nil && !res.killed() {
		r.store.put(key, res)
	}
	return res, err
}

// perform runs a block's commands in a slot. Where its numbers are kept,
// it has the machine for itself, as far as this run goes.
func (r *Runner) perform(ctx context.Context, c *tangle.Check, t tree.Tree) (*shellResult, error) {
	var turn sync.Locker = r.quiet.RLocker()
	if c.Block.Numbers && r.opts.Measure {
		turn = &r.quiet
	}
	turn.Lock()
	defer turn.Unlock()
	s, err := r.slots.lease(ctx)
	if err != nil {
		return nil, err
	}
	defer r.slots.release(s)
	if err := s.fill(t); err != nil {
		return nil, err
	}
	res := &shellResult{}
	for _, cmd := range c.Block.Commands() {
		out, err := r.command(ctx, s, cmd.Line)
		if err != nil {
			return nil, err
		}
		res.Commands = append(res.Commands, out)
	}
	res.look(s, c.Makes)
	return res, nil
}

func (r *Runner) command(ctx context.Context, s *slot, line string) (outcome, error) {
	j := &job{
		args: []string{"sh", "-c", line}, dir: s.tree(),
		env:     r.env.with(append(s.env(), "PWD="+s.tree())...),
		writes:  append([]string{s.dir}, r.env.dirs...),
		timeout: r.opts.Timeout,
	}
	out, err := j.run(ctx)
	out.Out = s.relative(out.Out)
	return out, err
}

func (res *shellResult) look(s *slot, makes []string) {
	for _, p := range makes {
		if data, err := os.ReadFile(filepath.Join(s.tree(), filepath.FromSlash(p))); err == nil {
			if res.Made == nil {
				res.Made = map[string]string{}
			}
			res.Made[p] = string(data)
		}
	}
	for _, name := range s.strays() {
		res.Strays = append(res.Strays, s.relative(filepath.Base(name)))
	}
}

func (res *shellResult) killed() bool {
	for _, out := range res.Commands {
		if out.Killed != "" {
			return true
		}
	}
	return false
}

// tested answers `$ go test ./code/x`: the stable module has tested that
// very version by that very command.
func (r *Runner) tested(c *tangle.Check) *shellResult {
	p := r.asksTest(c)
	if p == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	v, ok := r.pkgs.test[p.Key()]
	if !ok || !v.TestOK || r.pkgs.vet[p.Key()] != "" {
		return nil // a failing run prints more; and `go test` vets, too
	}
	return &shellResult{Commands: []outcome{{Out: v.Test}}}
}

// asksTest returns the package of a block that is `$ go test ./code/x` and
// nothing else, or nil.
func (r *Runner) asksTest(c *tangle.Check) *version.Package {
	cmds := c.Block.Commands()
	if len(cmds) != 1 || len(c.Makes) > 0 {
		return nil
	}
	m := goTest.FindStringSubmatch(cmds[0].Line)
	if m == nil {
		return nil
	}
	return r.full(c.Tree)[m[1]]
}

// reachable returns the part of the tree that a block can depend on: the
// packages that it names where it runs the go command alone, else all.
// What is left out is not there when the commands run, so that nothing can
// depend on it unnoticed.
func (r *Runner) reachable(c *tangle.Check) tree.Tree {
	set := r.full(c.Tree)
	var pkgs []*version.Package
	for _, cmd := range c.Block.Commands() {
		m := goTool.FindStringSubmatch(cmd.Line)
		if m == nil {
			return c.Tree
		}
		for _, arg := range strings.Fields(m[2]) {
			dir := strings.TrimPrefix(arg, "./")
			p := set[dir]
			switch {
			case p != nil:
				pkgs = append(pkgs, p)
			case strings.HasPrefix(dir, "code") || strings.HasPrefix(arg, "."):
				return c.Tree
			}
		}
	}
	if len(pkgs) == 0 || len(c.Makes) > 0 {
		return c.Tree
	}
	keep := map[string]bool{}
	for _, p := range version.Closure(pkgs) {
		for _, f := range p.Files {
			keep[f.Path] = true
		}
	}
	return c.Tree.Filter(func(f *tree.File) bool {
		return keep[f.Path] || !strings.Contains(f.Path, "/")
	})
}

// judgeShell compares command i with the page.
func judgeShell(c *tangle.Check, res *shellResult, i int) []*diag.Error {
	b, cmds := c.Block, c.Block.Commands()
	out, cmd := res.Commands[i], cmds[i]
	at := b.PosAt(cmd.At)
	last := i == len(cmds)-1
	switch {
	case out.Killed != "":
		return []*diag.Error{{Pos: at, Msg: fmt.Sprintf("$ %s: %s", cmd.Line, out.Killed), Detail: tail(out.Out)}}
	case last && b.Fails && out.Code == 0:
		return []*diag.Error{{Pos: at, Msg: fmt.Sprintf("$ %s succeeds; the block says that it fails", cmd.Line), Detail: tail(out.Out)}}
	case !(last && b.Fails) && out.Code != 0:
		e := locator{check: c}.error(fmt.Sprintf("$ %s: exit status %d", cmd.Line, out.Code), tail(out.Out))
		e.Pos = at
		return []*diag.Error{e}
	}
	if last && len(res.Strays) > 0 {
		return []*diag.Error{diag.Errorf(at, "$ %s wrote outside of its tree: %s", cmd.Line, strings.Join(res.Strays, ", "))}
	}
	return judgeOutput(c, cmd.From, cmd.To, out.Out)
}

func judgeOutput(c *tangle.Check, from, to int, got string) []*diag.Error {
	b := c.Block
	var shown []string
	for _, l := range b.Lines[from:to] {
		shown = append(shown, l.Text)
	}
	rules := output.Rules{Numbers: b.Numbers}
	at, ok := rules.Match(shown, output.Lines(got))
	if ok {
		return nil
	}
	line := min(from+at, to-1) // the last line shown, or the command's
	return []*diag.Error{{
		Pos: b.PosAt(line), Msg: "the page shows another output than the command printed",
		Where: c.Section.Name, Detail: rules.Diff(shown, output.Lines(got)),
	}}
}

// tail keeps the end of a long output.
func tail(s string) string {
	const most = 4000
	if len(s) > most {
		return "...\n" + s[len(s)-most:]
	}
	return s
}
