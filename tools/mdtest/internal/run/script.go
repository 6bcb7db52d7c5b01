package run

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/script"
	"byhand/tools/mdtest/internal/tangle"
)

// Section runs a section's testscript. Its verdicts on packages must be
// prepared. The script has a folder of its own: another run may be checking
// a section of the same name.
func (r *Runner) Section(ctx context.Context, sec *tangle.Section) error {
	sc := script.Compile(sec)
	if len(sc.Lines) == 0 {
		return nil
	}
	dir, err := os.MkdirTemp(r.cache, "script-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, strings.ReplaceAll(sec.Name, "/", "_")+".txtar")
	if err := os.WriteFile(file, []byte(sc.Format()), 0o666); err != nil {
		return err
	}
	x := &execution{r: r, ctx: ctx, sec: sec, results: map[*tangle.Check]*Result{}}
	testscript.RunT(&plainT{}, testscript.Params{
		Files: []string{file}, WorkdirRoot: dir, ContinueOnError: true,
		Cmds: x.commands(),
	})
	return x.finish()
}

// execution is one run of a section's script.
type execution struct {
	r       *Runner
	ctx     context.Context
	sec     *tangle.Section
	results map[*tangle.Check]*Result
	err     error // why the run can't go on

	at    []*tangle.Check // the checks at the tree or block that is current
	shell *shellResult
	next  int // the shell's next command
	start time.Time
}

func (x *execution) finish() error {
	for _, c := range x.sec.Checks {
		res := x.results[c]
		if res == nil && x.err == nil {
			return fmt.Errorf("%s: the script passed over this %s", c.Pos, c.Kind)
		}
		if res != nil {
			x.r.finish(res)
		}
	}
	return x.err
}

type command = func(ts *testscript.TestScript, neg bool, args []string)

func (x *execution) commands() map[string]command {
	judge := func(f func(*tangle.Check) []*diag.Error, kinds ...tangle.Kind) command {
		return func(ts *testscript.TestScript, neg bool, _ []string) {
			c := x.pick(ts, kinds...)
			x.report(ts, c, f(c))
		}
	}
	return map[string]command{
		"tree":    x.tree,
		"build":   judge(x.r.judgeBuild, tangle.Build),
		"compile": judge(x.r.judgeCompile, tangle.Build),
		"fmt":     judge(judgeFormat, tangle.Step),
		"vet":     judge(x.r.judgeVet, tangle.Step),
		"test":    x.test,
		"sh":      x.sh,
		"prints":  x.prints,
		"makes":   x.makes,
		"shows":   x.shows,
		"script":  x.script,
		"rustc":   x.rustc,
	}
}

// tree makes the tree at a line of the chapter current.
func (x *execution) tree(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: tree LINE")
	}
	line, _ := strconv.Atoi(args[0])
	x.move(line)
}

func (x *execution) move(line int) {
	x.at, x.shell, x.next, x.start = nil, nil, 0, time.Now()
	for _, c := range x.sec.Checks {
		if c.Pos.Line == line {
			x.at = append(x.at, c)
		}
	}
}

// pick returns the current check of one of the kinds.
func (x *execution) pick(ts *testscript.TestScript, kinds ...tangle.Kind) *tangle.Check {
	for _, c := range x.at {
		for _, k := range kinds {
			if c.Kind == k {
				return c
			}
		}
	}
	ts.Fatalf("no such check here")
	return nil
}

// report files what is wrong with a check; nothing wrong is a pass.
func (x *execution) report(ts *testscript.TestScript, c *tangle.Check, errs []*diag.Error) {
	res := x.result(c)
	res.Errors = append(res.Errors, errs...)
	res.Elapsed = time.Since(x.start)
	if len(errs) > 0 {
		ts.Fatalf("%v", diag.List(errs))
	}
}

func (x *execution) result(c *tangle.Check) *Result {
	if x.results[c] == nil {
		x.results[c] = &Result{Check: c}
	}
	return x.results[c]
}

// stop ends the run: not the book is at fault.
func (x *execution) stop(ts *testscript.TestScript, err error) {
	if err != nil {
		x.err = err
		ts.Fatalf("%v", err)
	}
}

func (x *execution) test(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		c := x.pick(ts, tangle.Red, tangle.Unsolved)
		x.report(ts, c, x.r.judgeRed(c))
		return
	}
	kind := tangle.Step
	switch strings.Join(args, " ") {
	case "mended":
		kind = tangle.Build
	case "solved":
		kind = tangle.Solved
	}
	c := x.pick(ts, kind)
	x.report(ts, c, x.r.judgeTests(c))
}

// sh runs the commands of a block, all at the first of them.
func (x *execution) sh(ts *testscript.TestScript, _ bool, _ []string) {
	c := x.pick(ts, tangle.Shell)
	if x.shell != nil || x.skip(c) {
		return
	}
	res, err := x.r.shell(x.ctx, c)
	x.stop(ts, err)
	x.shell = res
	x.r.remember(c, res.Made)
	for i, out := range res.Commands {
		fails := c.Block.Fails && i == len(res.Commands)-1
		x.result(c).Got = append(x.result(c).Got, out.Out)
		x.result(c).Broken = append(x.result(c).Broken, out.Killed != "" || fails != (out.Code != 0))
	}
}

func (x *execution) prints(ts *testscript.TestScript, _ bool, _ []string) {
	if x.shell == nil {
		return // skipped, or the run was stopped
	}
	c := x.pick(ts, tangle.Shell)
	i := x.next
	x.next++
	x.report(ts, c, judgeShell(c, x.shell, i))
}

// makes compares a made file with its record and with the page.
func (x *execution) makes(ts *testscript.TestScript, _ bool, _ []string) {
	c := x.pick(ts, tangle.Made)
	if made, ok := x.r.madeBy(c); ok {
		x.result(c).Made = &made
	}
	x.report(ts, c, x.r.judgeMade(c))
}

// skip passes over a check that this machine cannot run.
func (x *execution) skip(c *tangle.Check) bool {
	why := x.r.lacks(c.Block.Text())
	if c.Kind == tangle.Rust && x.r.RustVersion() == "" {
		why = "there is no rustc"
	}
	if why != "" {
		x.result(c).Status, x.result(c).Why = Skipped, why
	}
	return why != ""
}

// shows compares the page with a recorded measurement.
func (x *execution) shows(ts *testscript.TestScript, _ bool, args []string) {
	line, _ := strconv.Atoi(args[len(args)-1])
	x.move(line)
	c := x.pick(ts, tangle.Recorded)
	x.result(c).Got = []string{c.Record}
	x.report(ts, c, judgeRecorded(c))
}

func (x *execution) rustc(ts *testscript.TestScript, _ bool, args []string) {
	name, _, _ := strings.Cut(args[0], ".")
	line, _ := strconv.Atoi(name)
	x.move(line)
	c := x.pick(ts, tangle.Rust)
	if x.skip(c) {
		return
	}
	v, err := x.r.rust(x.ctx, c.Block.Text())
	x.stop(ts, err)
	x.report(ts, c, judgeRust(c, v))
}

// script runs a testscript block in the tree.
func (x *execution) script(ts *testscript.TestScript, _ bool, args []string) {
	c := x.pick(ts, tangle.Script)
	if x.skip(c) {
		return
	}
	res, err := x.r.script(x.ctx, c)
	x.stop(ts, err)
	x.r.remember(c, res.Made)
	late := ""
	if res.Late {
		late = "it did not end within " + x.r.opts.Timeout.String()
	}
	x.report(ts, c, judgeScript(c, res, late))
}
