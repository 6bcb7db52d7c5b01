package weave

import (
	"fmt"
	"regexp"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/ledger"
	"byhand/tools/mdtest/internal/tangle"
)

// Option changes what pages show.
type Option func(*weaver)

// Checked lets the pages say what the last mdtest test found out. Without
// it they say that nothing was checked.
func Checked(l *ledger.Ledger) Option {
	return func(w *weaver) { w.ledger = l }
}

// Tagged lets the pages show the hash of the commit that each step's tag is
// on.
func Tagged(hashes map[string]string) Option {
	return func(w *weaver) { w.commits = hashes }
}

// mark is what a page says of its claims. The zero value says nothing.
type mark struct {
	state  markState
	words  string
	detail string // of a failure: what was printed, or else
}

// markState orders marks: of several claims of a block, the page tells what
// is worst.
type markState int

const (
	silent    markState = iota
	held                // it was checked, and holds
	skipped             // this machine lacks what it takes
	unchecked           // nothing is known of it as it stands
	failed
)

var markClass = []string{"", "check", "check skipped", "check none", "check failed"}

// marks says how the claims of a block came out.
func (w *weaver) marks(checks []*tangle.Check) mark {
	var worst mark
	for _, c := range checks {
		switch m := w.mark(c); {
		case m.state > worst.state:
			worst = m
		case m.state == held && worst.state == held && m.words != worst.words:
			worst.words += ", " + m.words
		}
	}
	return worst
}

func (w *weaver) mark(c *tangle.Check) mark {
	e, stale := w.ledger.Look(c)
	switch {
	case stale:
		return mark{state: unchecked, words: "not checked since it changed"}
	case e == nil:
		return mark{state: unchecked, words: "not checked yet"}
	case e.Verdict == ledger.Failed:
		return mark{failed, "does not hold: " + e.Why, e.Detail}
	case e.Verdict == ledger.Skipped:
		return mark{state: skipped, words: "not checked: " + e.Why}
	}
	return mark{state: held, words: claim(c)}
}

// claim says what it means that a check holds.
func claim(c *tangle.Check) string {
	switch c.Kind {
	case tangle.Build:
		return built(c)
	case tangle.Red:
		return "fails, as the page says"
	case tangle.Step:
		return "vetted and tested"
	case tangle.Shell:
		return printed(c.Block)
	case tangle.Script:
		return "the script passes"
	case tangle.Rust:
		if len(c.Block.Codes) > 0 {
			return "rejected by rustc with " + and(c.Block.Codes)
		}
		return "accepted by rustc"
	case tangle.Made:
		return "made again, and compared"
	case tangle.Recorded:
		if day := date.FindString(c.Record); day != "" {
			return "as recorded on " + day
		}
		return "as recorded"
	case tangle.Unsolved:
		return "fails until it is solved"
	case tangle.Solved:
		return "solves the challenge"
	}
	return string(c.Kind)
}

var date = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)

func built(c *tangle.Check) string {
	switch {
	case c.Mends:
		return "builds, and the tests pass again"
	case c.Block.Kind == chapter.File:
		return "the tree builds with it"
	case c.Block.Aside && strings.HasSuffix(c.Block.Path, "_test.go"):
		return "compiles"
	}
	return "builds"
}

func printed(b *chapter.Block) string {
	words := "runs and prints nothing"
	for _, c := range b.Commands() {
		if c.To > c.From {
			words = "output compared"
		}
	}
	if b.Numbers {
		words += ", but for its numbers"
	}
	if b.Fails {
		words += ", and the failure"
	}
	return words
}

// proof says how the claims of a block came out.
func (p *page) proof(b *chapter.Block) mark {
	if checks := p.checks[b]; len(checks) > 0 {
		return p.marks(checks)
	}
	return unclaimed(b)
}

// unclaimed says why a block of a chapter claims nothing.
func unclaimed(b *chapter.Block) mark {
	switch {
	case b.Section == nil:
		return mark{} // on a page that is no chapter
	case b.Sketch:
		return mark{state: unchecked, words: "not checked: a sketch"}
	}
	return mark{state: unchecked, words: "shown, not run"}
}

// html returns the mark as the content of an element, and what a failure
// has to say besides.
func (m mark) html(element string) string {
	if m.state == silent {
		return ""
	}
	out := fmt.Sprintf(`<%s class="%s">%s</%[1]s>`, element, markClass[m.state], escape(m.words))
	if m.detail != "" {
		out += "\n<pre class=\"failure\">" + escape(strings.TrimRight(m.detail, "\n")) + "\n</pre>"
	}
	return out + "\n"
}
