package cli

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/run"
	"byhand/tools/mdtest/internal/tangle"
)

// testFlags are the flags of mdtest test.
type testFlags struct {
	update, verbose, json, fresh bool
	run, shard                   string
	workers                      int
	timeout                      time.Duration
}

func (a *app) testCmd() *cobra.Command {
	var f testFlags
	cmd := &cobra.Command{
		Use:   "test [CHAPTER or TAG …]",
		Short: "Run the book from top to bottom",
		Long: `test checks everything that the chapters claim: that each listing builds when
it is shown, that each step is gofmt-clean, vets and passes its tests, that
each console block prints what the page shows, that rustc accepts or rejects
each Rust block. What has not changed since it was last checked is not
checked again.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.test(cmd.Context(), f, args)
		},
	}
	fl := cmd.Flags()
	fl.BoolVar(&f.update, "update", false, "accept the outputs: write them into the chapters")
	fl.BoolVarP(&f.verbose, "verbose", "v", false, "a line for each check")
	fl.BoolVar(&f.json, "json", false, "a JSON object for each check, one a line")
	fl.BoolVar(&f.fresh, "fresh", false, "check everything again")
	fl.StringVar(&f.run, "run", "", "only the steps whose tag matches this `regexp`")
	fl.StringVar(&f.shard, "shard", "", "only this part of the steps: `1/4`")
	fl.IntVarP(&f.workers, "parallel", "p", 2, "how many commands to run at a time")
	fl.DurationVar(&f.timeout, "timeout", 2*time.Minute, "how long each command may take")
	return cmd
}

func (a *app) test(ctx context.Context, f testFlags, args []string) error {
	pick, err := f.picker(args)
	if err != nil {
		return err
	}
	if f.update {
		if err := a.update(ctx, f, pick); err != nil {
			return err
		}
		f.fresh = false
	}
	b, p, err := a.tangle()
	if err != nil {
		return err
	}
	secs, err := pick(p)
	if err != nil {
		return err
	}
	rep := newReporter(a, f, secs)
	runner, err := a.check(ctx, p, secs, f, rep)
	if err != nil {
		return err
	}
	if err := a.enter(b, p, runner, rep.results); err != nil {
		return failure{err}
	}
	return rep.end(runner)
}

// check runs the sections and tells rep.
func (a *app) check(ctx context.Context, p *tangle.Program, secs []*tangle.Section, f testFlags, rep *reporter) (*run.Runner, error) {
	r, err := run.New(p.Book, run.Options{
		Workers: f.workers, Timeout: f.timeout, Fresh: f.fresh, Cache: a.cache,
		Measure: f.update,
		Done:    rep.done, Progress: rep.progress,
	})
	if err != nil {
		return nil, failure{err}
	}
	if err := r.Sections(ctx, secs); err != nil {
		return nil, failure{err}
	}
	return r, nil
}

type picker func(*tangle.Program) ([]*tangle.Section, error)

// picker turns the arguments and flags into a choice of sections. What is
// wrong with them is an error of usage.
func (f *testFlags) picker(args []string) (picker, error) {
	re, err := regexp.Compile(f.run)
	if err != nil {
		return nil, fmt.Errorf("--run: %w", err)
	}
	part, parts, err := parseShard(f.shard)
	if err != nil {
		return nil, err
	}
	if f.workers < 1 {
		return nil, fmt.Errorf("-p %d: at least 1", f.workers)
	}
	if f.timeout <= 0 {
		return nil, fmt.Errorf("--timeout %v: more than 0", f.timeout)
	}
	return func(p *tangle.Program) ([]*tangle.Section, error) {
		secs, err := selectSections(p, args)
		var out []*tangle.Section
		for i, s := range secs {
			if re.MatchString(s.Name) && i%parts == part {
				out = append(out, s)
			}
		}
		return out, err
	}, nil
}

// parseShard reads "1/4" as part 0 of 4.
func parseShard(s string) (part, parts int, err error) {
	if s == "" {
		return 0, 1, nil
	}
	a, b, _ := strings.Cut(s, "/")
	part, err1 := strconv.Atoi(a)
	parts, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || part < 1 || part > parts {
		return 0, 0, fmt.Errorf("--shard %q: write 1/4 for the first of four parts", s)
	}
	return part - 1, parts, nil
}

// listed returns the errors of the results, sorted.
func listed(results []*run.Result) diag.List {
	var errs diag.List
	for _, r := range results {
		errs = append(errs, r.Errors...)
	}
	return errs
}
