package run

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tangle"
)

// Bounds are what one live run may use. The zero value has the defaults.
type Bounds struct {
	Time      time.Duration // 0 means 2 minutes
	Output    int           // bytes; 0 means 1 MiB
	Processes int           // at a time; 0 means 256
	Memory    int64         // bytes resident, of all together; 0 means 4 GiB
}

func (b Bounds) orDefaults() Bounds {
	if b.Time <= 0 {
		b.Time = 2 * time.Minute
	}
	if b.Output <= 0 {
		b.Output = maxOutput
	}
	if b.Processes <= 0 {
		b.Processes = 256
	}
	if b.Memory <= 0 {
		b.Memory = 4 << 30
	}
	return b
}

// Event is a piece of a live run: a command begins, prints or ends.
type Event struct {
	Command int    // counts from 0; a testscript is one command
	Begin   string // what begins, or ""
	Output  string // what it printed, or ""
	End     *End   // how it ended, or nil
}

// End is how a command of a live run ended.
type End struct {
	Code   int
	Killed string        // why it was killed, or ""
	Errors []*diag.Error // what the page says otherwise, and where
}

// Live runs one console or testscript check, whatever is remembered, and
// remembers nothing. It runs as Sections would, in a slot of its own, under
// a process that keeps to the bounds, and tells what happens as it happens.
// When it returns, nothing of it runs any more: also if ctx has ended.
// Skipped says why this machine cannot run the check, or is empty.
func (r *Runner) Live(ctx context.Context, c *tangle.Check, b Bounds, tell func(Event)) (skipped string, err error) {
	if why := r.lacks(c.Block.Text()); why != "" {
		return why, nil
	}
	s, err := r.lives.lease(ctx)
	if err != nil {
		return "", err
	}
	defer r.lives.release(s)
	tree := c.Tree
	if c.Kind == tangle.Shell {
		tree = r.reachable(c)
	}
	if err := s.fill(tree); err != nil {
		return "", err
	}
	l := &live{r: r, slot: s, check: c, tell: tell}
	a := assignment{
		Dir: s.tree(), Bounds: b.orDefaults(),
		Env:    r.env.with(append(s.env(), "PWD="+s.tree())...),
		Writes: append([]string{s.dir}, r.env.dirs...),
	}
	if c.Kind == tangle.Script {
		a.Script = filepath.Join(s.dir, "tmp", "block.txtar")
		if err := os.WriteFile(a.Script, []byte(c.Block.Text()), 0o666); err != nil {
			return "", err
		}
	}
	for _, cmd := range c.Block.Commands() {
		a.Lines = append(a.Lines, cmd.Line)
	}
	return "", a.run(ctx, l.hear)
}

// live is a live run as it is told.
type live struct {
	r     *Runner
	slot  *slot
	check *tangle.Check
	tell  func(Event)

	all  strings.Builder // what the command printed
	rest string          // the line that is not whole yet
}

// hear takes a report and tells it in the tree's own terms. Output is told
// by whole lines, because a path in it may come in two pieces.
func (l *live) hear(rep report) {
	switch {
	case rep.Begin != "":
		l.all.Reset()
		l.rest = ""
		l.tell(Event{Command: rep.Command, Begin: rep.Begin})
	case rep.End == nil:
		l.all.Write(rep.Output)
		l.rest += string(rep.Output)
		if i := strings.LastIndexByte(l.rest, '\n'); i >= 0 {
			l.print(rep.Command, l.rest[:i+1])
			l.rest = l.rest[i+1:]
		}
		if rep.Flush {
			l.print(rep.Command, l.rest)
			l.rest = ""
		}
	default:
		l.print(rep.Command, l.rest)
		l.rest = ""
		out := outcome{Out: l.slot.relative(l.all.String()), Code: rep.End.Code, Killed: rep.End.Killed}
		l.tell(Event{Command: rep.Command, End: &End{
			Code: out.Code, Killed: out.Killed, Errors: l.judge(rep.Command, out),
		}})
	}
}

func (l *live) print(command int, text string) {
	if text != "" {
		l.tell(Event{Command: command, Output: strings.ToValidUTF8(l.slot.relative(text), "\uFFFD")})
	}
}

// judge says what the page has otherwise; of a command that failed, each
// place in the book that it complains of.
func (l *live) judge(i int, out outcome) []*diag.Error {
	c := l.check
	if c.Kind == tangle.Script {
		return judgeScript(c, readScript(out.Code != 0, out.Out), out.Killed)
	}
	cmds := c.Block.Commands()
	if i >= len(cmds) {
		return nil
	}
	res := &shellResult{Commands: make([]outcome, len(cmds))}
	res.Commands[i] = out
	if i == len(cmds)-1 {
		res.look(l.slot, nil)
	}
	errs := judgeShell(c, res, i)
	if out.Code != 0 && len(errs) > 0 {
		errs[0].Detail = "" // it has been told as output
		errs = append(errs, locator{check: c}.located(out.Out)...)
	}
	return errs
}

// located makes an error of each line of a text that has a position in the
// book.
func (l locator) located(text string) []*diag.Error {
	if _, _, _, ok := l.find(text); !ok {
		return nil
	}
	return l.lines(text)
}

func judgeScript(c *tangle.Check, res *scriptResult, killed string) []*diag.Error {
	if res.OK && killed == "" {
		return nil
	}
	pos, msg := c.Pos, "the testscript fails"
	if killed != "" {
		msg = "the testscript " + strings.TrimPrefix(killed, "it ")
	}
	if res.Line > 0 && res.Line <= len(c.Block.Lines) {
		pos = c.Block.PosAt(res.Line - 1)
	}
	return []*diag.Error{{Pos: pos, Msg: msg, Where: c.Section.Name, Detail: tail(res.Log)}}
}
