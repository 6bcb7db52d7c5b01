package ledger

import (
	"maps"
	"slices"
	"time"

	"byhand/tools/mdtest/internal/tangle"
)

// Summary counts how checks came out.
type Summary struct {
	Checks, Held, Failed int
	Skipped              map[string]int // by why
	Stale                int            // changed since they were checked
	Unknown              int            // never checked
	From, To             time.Time      // the first and the last run of those that count
	Versions             []string       // of Go and Rust, sorted
}

// Sum counts checks.
func (l *Ledger) Sum(checks []*tangle.Check) Summary {
	s := Summary{Checks: len(checks), Skipped: map[string]int{}}
	versions := map[string]bool{}
	for _, c := range checks {
		e, stale := l.Look(c)
		switch {
		case stale:
			s.Stale++
			continue
		case e == nil:
			s.Unknown++
			continue
		case e.Verdict == Failed:
			s.Failed++
		case e.Verdict == Skipped:
			s.Skipped[e.Why]++
		default:
			s.Held++
		}
		versions[e.Run.Go] = true
		if c.Kind == tangle.Rust {
			versions[e.Run.Rust] = true
		}
		if s.From.IsZero() || e.Run.Time.Before(s.From) {
			s.From = e.Run.Time
		}
		if e.Run.Time.After(s.To) {
			s.To = e.Run.Time
		}
	}
	delete(versions, "")
	s.Versions = slices.Sorted(maps.Keys(versions))
	return s
}
