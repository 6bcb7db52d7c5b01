package run

import (
	"fmt"
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/output"
	"byhand/tools/mdtest/internal/tangle"
)

// judgeRecorded compares the page with a recorded measurement.
func judgeRecorded(c *tangle.Check) []*diag.Error {
	if c.Block.Text() == strings.TrimRight(c.Record, "\n")+"\n" {
		return nil
	}
	return judgeOutput(c, 0, len(c.Block.Lines), c.Record)
}

// remember keeps what a block's commands made, for the listing that shows
// it.
func (r *Runner) remember(c *tangle.Check, made map[string]string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.made[c] = made
}

// madeBy returns the file that the commands above c's listing wrote.
func (r *Runner) madeBy(c *tangle.Check) (string, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	made, ok := r.made[c.From][c.Block.Path]
	return made, ok
}

// judgeMade compares a made file with its record, and the page with it.
func (r *Runner) judgeMade(c *tangle.Check) []*diag.Error {
	made, ok := r.madeBy(c)
	fail := func(msg, detail string) []*diag.Error {
		return []*diag.Error{{Pos: c.Pos, Msg: msg, Where: c.Section.Name, Detail: detail}}
	}
	switch {
	case !ok:
		return fail(fmt.Sprintf("the commands in line %d do not write %s", c.From.Pos.Line, c.Block.Path), "")
	case !c.Recorded:
		return fail(c.Block.Path+" is not recorded yet; accept it with mdtest test --update", "")
	case made != c.Record:
		return fail("the commands write another "+c.Block.Path+" than is recorded",
			output.Rules{}.Diff(output.Lines(c.Record), output.Lines(made)))
	}
	return judgeOutput(c, 0, len(c.Block.Lines), made)
}
