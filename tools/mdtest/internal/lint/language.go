package lint

import (
	"strings"

	"github.com/agnivade/levenshtein"

	"byhand/tools/mdtest/internal/chapter"
)

// language looks at the blocks that are only shown: one may have been
// meant for the tool, and be misspelt.
func (l *linter) language() {
	for _, b := range l.page.Blocks {
		if b.Kind != chapter.Shown || b.Sketch {
			continue
		}
		if b.Lang == "" {
			l.note(b.Line, "a block without a language", "text if nothing else fits")
		} else if near := meant(b.Lang); near != "" {
			l.report.Errors.Addf(b.Pos(),
				"unknown language %q, so that nothing is checked; did you mean %q?", b.Lang, near)
		}
	}
}

// meant returns the language of the tool's that a word is a misspelling
// of, or "".
func meant(lang string) string {
	for _, known := range []string{"go", "rust", drawing, "console", "testscript"} {
		limit := len(known) / 4 // goat is near many words
		far := levenshtein.ComputeDistance(strings.ToLower(lang), known)
		if lang != known && far <= limit {
			return known
		}
	}
	return map[string]string{"golang": "go", "rs": "rust"}[strings.ToLower(lang)]
}
