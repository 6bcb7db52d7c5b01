package main_test

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/run"
	"byhand/tools/mdtest/internal/tangle"
)

var allMutants = flag.Bool("mutants", false, "TestMutants runs all mutants and no sample")

// TestMutants changes one token of the example chapter at a time: of its
// code, of its outputs, of its Rust. A run has to notice each change and
// say where it is, or the survivor stands in the list of those that break
// no claim of the chapter.
func TestMutants(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: hundreds of mutants take a minute or two")
	}
	p := tangled(t, "testdata/example")
	l := newLab(t, p.Book)
	rust := l.r.RustVersion() != ""
	if !rust {
		t.Log("no rustc: no mutants of Rust")
	}
	var trials, skipped []*trial
	for _, m := range mutants(p.Chapters[0].Chapter) {
		isRust := m.class == rustToken || m.class == rustCode
		if !m.sampled && !*allMutants || isRust && !rust {
			skipped = append(skipped, &trial{mutant: m})
			continue
		}
		trials = append(trials, l.tangle(m))
	}
	l.run(t.Context(), living(trials), true)
	l.run(t.Context(), living(trials), false)

	count := map[string]int{}
	for _, tr := range trials {
		count[string(tr.class)+" "+tr.place()]++
		checkPlace(t, tr)
	}
	t.Logf("%d mutants, found out at: %v", len(trials), count)
	if len(trials) < 100 {
		t.Errorf("only %d mutants", len(trials))
	}
	checkSurvivors(t, trials, skipped)
}

// lab runs mutants of a book's first chapter, many of them at a time.
type lab struct {
	t    *testing.T
	book *tangle.Book
	r    *run.Runner
}

// newLab keeps what it finds out apart from the user's books, and in the
// same place each time: Go's cache grows with every new one.
func newLab(t *testing.T, b *tangle.Book) *lab {
	cache := os.Getenv("MDTEST_CACHE")
	if user, err := os.UserCacheDir(); cache == "" && err == nil {
		cache = filepath.Join(user, "mdtest")
	}
	r, err := run.New(b, run.Options{
		Cache: filepath.Join(cache, "mutants"), Timeout: time.Minute,
	})
	if err != nil {
		t.Fatal(err)
	}
	return &lab{t, b, r}
}

// trial is a mutant and what came of it.
type trial struct {
	*mutant
	chapter *tangle.Chapter // nil if it is no chapter
	errs    diag.List
}

// tangle tangles a mutant. That may find it out.
func (l *lab) tangle(m *mutant) *trial {
	tr := &trial{mutant: m}
	c, errs := chapter.Parse(m.block.File, m.src)
	if len(errs) == 0 {
		changed := *l.book
		changed.Chapters = []*chapter.Chapter{c}
		p, err := tangle.Tangle(&changed)
		errors.As(err, &errs)
		tr.chapter = p.Chapters[0]
	}
	tr.errs = errs
	return tr
}

// run runs the section of each mutant that the change is in, or all those
// after it. What they need is found out in one go.
func (l *lab) run(ctx context.Context, trials []*trial, own bool) {
	l.t.Helper()
	var secs []*tangle.Section
	for _, tr := range trials {
		secs = append(secs, tr.sections(own)...)
	}
	if err := l.r.Sections(ctx, secs); err != nil {
		l.t.Fatal(err)
	}
	for _, tr := range trials {
		for _, s := range tr.sections(own) {
			for _, c := range s.Checks {
				tr.errs = append(tr.errs, l.r.Result(c).Errors...)
			}
		}
	}
}

// sections returns the section that the change is in, or those after it.
func (tr *trial) sections(own bool) []*tangle.Section {
	all := tr.chapter.Sections
	at := slices.IndexFunc(all, func(s *tangle.Section) bool {
		return s.Name == tr.block.Section.Name
	})
	if own {
		return all[at : at+1]
	}
	return all[at+1:]
}

// living returns the trials that nothing is wrong with so far.
func living(trials []*trial) []*trial {
	return slices.DeleteFunc(slices.Clone(trials), func(tr *trial) bool { return len(tr.errs) > 0 })
}

// The places where a mutant can be found out.
const (
	survives  = "no place"
	atLine    = "the line"
	inBlock   = "its block"
	elsewhere = "elsewhere in the chapter"
)

// place returns how near to the change the nearest error is.
func (tr *trial) place() string {
	place := survives
	for _, e := range tr.errs {
		switch {
		case e.Line == tr.line:
			return atLine
		case e.Line >= tr.block.Line && e.Line <= tr.block.Last:
			place = inBlock
		case place == survives:
			place = elsewhere
		}
	}
	return place
}

// checkPlace wants errors with a place in the chapter: that of the change
// for an output, an error code and whatever the compiler complains of by
// name; its block for a syntax error and for Rust. Other changes are found
// out where they are felt, by a test say.
func checkPlace(t *testing.T, tr *trial) {
	t.Helper()
	place := tr.place()
	if place == survives {
		return
	}
	near := tr.class == rustToken
	exact := tr.class == output || tr.class == rustCode
	for _, e := range tr.errs {
		if e.File != tr.block.File || e.Line == 0 {
			t.Errorf("%v: found out outside of the chapter: %v", tr.mutant, e)
		}
		near = near || strings.HasPrefix(e.Msg, "not Go: ")
		exact = exact || tr.class == goToken && tr.new == tr.old+"X" &&
			(e.Msg == "undefined: "+tr.new || strings.HasSuffix(e.Msg, "no field or method "+tr.new+")"))
	}
	if exact && place != atLine || near && place == elsewhere {
		t.Errorf("%v: found out in another line:\n%v", tr.mutant, tr.errs)
	}
}
