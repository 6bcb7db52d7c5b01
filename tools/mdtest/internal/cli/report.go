package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"time"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/run"
	"byhand/tools/mdtest/internal/tangle"
)

// reporter tells how a run goes: on a terminal as a line that changes, in
// a pipe as plain lines.
type reporter struct {
	a     *app
	f     testFlags
	start time.Time
	live  bool
	color bool

	results []*run.Result
	left    map[*tangle.Chapter]int // checks to come
	failed  map[*tangle.Chapter]int
	total   map[*tangle.Chapter]int
	steps   int
	ended   int
}

func newReporter(a *app, f testFlags, secs []*tangle.Section) *reporter {
	r := &reporter{
		a: a, f: f, start: time.Now(),
		left: map[*tangle.Chapter]int{}, failed: map[*tangle.Chapter]int{},
		total: map[*tangle.Chapter]int{},
	}
	r.live = isTerminal(a.err) && !f.json && !f.verbose
	r.color = isTerminal(a.out) && os.Getenv("NO_COLOR") == ""
	for _, s := range secs {
		r.left[s.Chapter] += len(s.Checks)
		r.total[s.Chapter] += len(s.Checks)
		for _, c := range s.Checks {
			if c.Kind == tangle.Step {
				r.steps++
			}
		}
	}
	return r
}

// progress shows what the go command is at.
func (r *reporter) progress(what string, left int) {
	if r.live {
		fmt.Fprintf(r.a.err, "\r\x1b[K%s %s  %s", what, count(left, "package"), r.elapsed())
	}
}

func (r *reporter) elapsed() string {
	return fmt.Sprintf("%.1fs", time.Since(r.start).Seconds())
}

// done takes a result.
func (r *reporter) done(res *run.Result) {
	r.results = append(r.results, res)
	c := res.Check.Section.Chapter
	r.left[c]--
	if res.Status == run.Failed {
		r.failed[c]++
	}
	if res.Check.Kind == tangle.Step {
		r.ended++
	}
	switch {
	case r.f.json:
		r.object(res)
	case r.f.verbose:
		r.line(res)
	case r.live:
		fmt.Fprintf(r.a.err, "\r\x1b[K%s  %d of %d steps  %s", c.Name, r.ended, r.steps, r.elapsed())
	}
	if r.left[c] == 0 && !r.f.json {
		r.chapter(c)
	}
}

func (r *reporter) chapter(c *tangle.Chapter) {
	if r.live {
		fmt.Fprint(r.a.err, "\r\x1b[K")
	}
	word := r.paint("32", "ok  ")
	if r.failed[c] > 0 {
		word = r.paint("31", "FAIL")
	}
	fmt.Fprintf(r.a.out, "%s  %s  %s  %s\n", word, c.Name, count(r.total[c], "check"), r.elapsed())
}

func (r *reporter) paint(code, s string) string {
	if !r.color {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (r *reporter) line(res *run.Result) {
	what := string(res.Check.Kind)
	if b := res.Check.Block; b != nil && b.Path != "" {
		what += " " + b.Path
	}
	if res.Why != "" {
		what += ": " + res.Why
	}
	fmt.Fprintf(r.a.out, "%s  %s: %s: %s (%.2fs)\n", res.Status, res.Check.Pos,
		res.Check.Section.Name, what, res.Elapsed.Seconds())
}

// event is a line of --json.
type event struct {
	File    string   `json:"file"`
	Line    int      `json:"line"`
	Section string   `json:"section"`
	Kind    string   `json:"kind"`
	Path    string   `json:"path,omitempty"`
	Status  string   `json:"status"`
	Why     string   `json:"why,omitempty"`
	Errors  []string `json:"errors,omitempty"`
	Seconds float64  `json:"seconds"`
}

func (r *reporter) object(res *run.Result) {
	e := event{
		File: res.Check.Pos.File, Line: res.Check.Pos.Line,
		Section: res.Check.Section.Name, Kind: string(res.Check.Kind),
		Status: string(res.Status), Why: res.Why, Seconds: res.Elapsed.Seconds(),
	}
	if b := res.Check.Block; b != nil {
		e.Path = b.Path
	}
	for _, err := range res.Errors {
		e.Errors = append(e.Errors, err.Error())
	}
	_ = json.NewEncoder(r.a.out).Encode(e)
}

// end prints what is wrong and the counts.
func (r *reporter) end(runner *run.Runner) error {
	var list diag.List
	if errors.As(listed(r.results).Err(), &list) {
		fmt.Fprintln(r.a.err, list.Error())
	}
	n, skips := map[run.Status]int{}, map[string]int{}
	for _, res := range r.results {
		n[res.Status]++
		if res.Status == run.Skipped {
			skips[res.Why]++
		}
	}
	for _, why := range slices.Sorted(maps.Keys(skips)) {
		fmt.Fprintf(r.a.err, "%s skipped: %s\n", count(skips[why], "block"), why)
	}
	if r.f.json {
		_ = json.NewEncoder(r.a.out).Encode(map[string]any{
			"passed": n[run.Passed], "failed": n[run.Failed], "skipped": n[run.Skipped],
			"go": runner.GoVersion(), "rustc": runner.RustVersion(),
		})
	} else {
		fmt.Fprintf(r.a.out, "%d passed, %d failed, %d skipped\n", n[run.Passed], n[run.Failed], n[run.Skipped])
	}
	if n[run.Failed] > 0 {
		return errFailed
	}
	return nil
}
