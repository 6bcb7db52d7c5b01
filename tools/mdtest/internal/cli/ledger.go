package cli

import (
	"strings"
	"time"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/ledger"
	"byhand/tools/mdtest/internal/run"
	"byhand/tools/mdtest/internal/tangle"
)

// enter enters results into the book's ledger, which the pages show.
func (a *app) enter(b *book.Book, p *tangle.Program, r *run.Runner, results []*run.Result) error {
	found := map[*tangle.Check]ledger.Finding{}
	for _, res := range results {
		found[res.Check] = finding(res)
	}
	return ledger.Record(a.cache, b.Root, p, ledger.Run{
		Time: time.Now().UTC().Truncate(time.Second),
		Go:   r.GoVersion(), Rust: short(r.RustVersion()),
	}, found)
}

// finding says how a result came out as a reader needs it: without the
// lines of the chapters, which move.
func finding(res *run.Result) ledger.Finding {
	f := ledger.Finding{Verdict: ledger.Held, Why: res.Why}
	switch {
	case res.Status == run.Skipped:
		f.Verdict = ledger.Skipped
	case len(res.Errors) > 0:
		f.Verdict = ledger.Failed
		f.Why, f.Detail = res.Errors[0].Msg, res.Errors[0].Detail
	}
	return f
}

// short returns the name and the number of a version, without its date.
func short(version string) string {
	words := strings.Fields(version)
	return strings.Join(words[:min(2, len(words))], " ")
}
