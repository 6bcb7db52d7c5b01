package weave

import (
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/ledger"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/tangle"
)

// totals says how the checks of a chapter came out, or those of the book on
// its list of contents, where p is nil. Other pages claim nothing.
func (w *weaver) totals(p *links.Page) template.HTML {
	var checks []*tangle.Check
	for _, c := range w.program.Chapters {
		if p == nil || c.File == p.File {
			for _, s := range c.Sections {
				checks = append(checks, s.Checks...)
			}
		}
	}
	if len(checks) == 0 {
		return ""
	}
	s := w.ledger.Sum(checks)
	class := "totals"
	if s.Failed > 0 {
		class += " failed"
	}
	return template.HTML(fmt.Sprintf("<p class=\"%s\">%s</p>\n", class, escape(count(s))))
}

// count puts a summary into words.
func count(s ledger.Summary) string {
	var parts []string
	add := func(n int, format string, args ...any) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf(format, append([]any{n}, args...)...))
		}
	}
	switch s.Checks {
	case s.Unknown:
		return plural(s.Checks, "check") + ", none of them run yet."
	case s.Held:
		parts = append(parts, "all hold")
	default:
		add(s.Failed, "%d do not hold")
		add(s.Held, "%d hold")
	}
	for _, why := range slices.Sorted(maps.Keys(s.Skipped)) {
		add(s.Skipped[why], "%d skipped: %s", why)
	}
	add(s.Stale, "%d not checked since they changed")
	add(s.Unknown, "%d not checked yet")
	words := plural(s.Checks, "check") + ": " + strings.Join(parts, ", ")
	if when := period(s); when != "" {
		words += "; " + when
	}
	return words + "."
}

// period says when and with what the checks were made.
func period(s ledger.Summary) string {
	if s.To.IsZero() {
		return ""
	}
	from, to := s.From.Format("2006-01-02"), s.To.Format("2006-01-02")
	words := "last run " + to
	if from != to {
		words = "run from " + from + " to " + to
	}
	return words + " with " + and(s.Versions)
}

func plural(n int, word string) string {
	if n != 1 {
		word += "s"
	}
	return fmt.Sprintf("%d %s", n, word)
}
