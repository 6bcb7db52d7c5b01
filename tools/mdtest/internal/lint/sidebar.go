package lint

import (
	"fmt"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
)

// sidebar is a quotation that opens with `[!NOTE]` and "In Rust".
type sidebar struct{ line, words, rust int }

// sidebars measures them. One ends where the quotation does, or where the
// next mark stands.
func (l *linter) sidebars() {
	var open *sidebar
	end := func() {
		if open != nil {
			l.sidebar(open)
		}
		open = nil
	}
	for _, e := range l.page.entries {
		if !e.quote || e.mark != "" {
			end()
		}
		if e.mark == "NOTE" && strings.HasPrefix(strings.TrimSpace(e.prose), "In Rust") {
			open = &sidebar{line: e.text.Line}
		}
		if open == nil {
			continue
		}
		open.words += e.words
		if e.block != nil && e.block.Kind == chapter.Rust {
			open.rust += len(e.block.Lines)
		}
	}
	end()
}

func (l *linter) sidebar(s *sidebar) {
	if s.words > maxSideWords {
		l.note(s.line, fmt.Sprintf("a sidebar of %d words", s.words), atMost(maxSideWords))
	}
	if s.rust > maxSideRust {
		l.note(s.line, fmt.Sprintf("a sidebar with %d lines of Rust", s.rust), atMost(maxSideRust))
	}
}
