package run

import (
	"time"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tangle"
)

// Status is how a check came out.
type Status string

// The ways a check can come out.
const (
	Passed  Status = "pass"
	Failed  Status = "fail"
	Skipped Status = "skip"
)

// Result is how one check came out.
type Result struct {
	Check   *tangle.Check
	Status  Status
	Why     string // of a skip
	Errors  []*diag.Error
	Elapsed time.Duration

	// Got is what the commands of a console block printed, one text each;
	// Made the file that was made. --update writes them into the book.
	Got    []string
	Broken []bool // that command did not end as the page says
	Made   *string
}

// Result returns how a check came out, or nil if it was not run.
func (r *Runner) Result(c *tangle.Check) *Result {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.done[c]
}

// finish records a result.
func (r *Runner) finish(res *Result) {
	if res.Status == "" {
		res.Status = Passed
	}
	if len(res.Errors) > 0 {
		res.Status = Failed
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done[res.Check] = res
	if r.opts.Done != nil {
		r.opts.Done(res)
	}
}
