package lint

import (
	"cmp"
	"fmt"
	"slices"

	"byhand/tools/mdtest/internal/diag"
)

// Note is a place that differs from the custom: what was measured there,
// and the limit.
type Note struct {
	diag.Pos
	Is    string // a listing of 34 new lines
	Limit string // never more than 30
}

func (n Note) String() string {
	return fmt.Sprintf("%s: note: %s; %s", n.Pos, n.Is, n.Limit)
}

// note adds a note on a line of the chapter.
func (l *linter) note(line int, is, limit string) {
	l.noteAt(diag.Pos{File: l.page.File, Line: line}, is, limit)
}

func (l *linter) noteAt(pos diag.Pos, is, limit string) {
	l.report.Notes = append(l.report.Notes, Note{pos, is, limit})
}

// sort orders the notes and errors by the book's lines. Notes on one line
// stay in the order of the measures.
func (r *Report) sort() {
	slices.SortStableFunc(r.Notes, func(a, b Note) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	r.Errors.Sort()
}

// atMost says a limit.
func atMost(n int) string { return fmt.Sprintf("at most %d", n) }

// count says how many: "1 line", "2 lines".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
