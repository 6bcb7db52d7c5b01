// Package lint measures a tangled book: the half of the style guide that
// can be counted. It reports notes (a place that differs from the custom:
// a line of the chapter, a number, the limit), errors (what was meant to be
// checked and is not), and the numbers of each chapter.
//
// The limits are examples to follow and not limits to enforce; they stand
// in limits.go. What the numbers mean:
//
//   - Words are those of paragraphs and lists, in quotations and folds too;
//     not those of headings, tables, raw HTML and blocks.
//   - A listing is a block that edits a file, asides and challenges
//     included. What a command made, or a benchmark recorded, is none.
//   - New lines of a listing are the lines it shows that the file did not
//     have before: all lines of what it adds, those that differ of what it
//     replaces. What a `// ...` stands for is not new.
//   - A run is a console block or a testscript. Rust blocks are counted on
//     their own; as a rest for the reader between listings they count as
//     runs.
//   - A drawing is a `goat` block. It claims nothing that could be run, and
//     is no part of the blocks.
//   - Blocks are all other fenced blocks. One is checked if it makes a
//     claim that the tool holds against the tree or a record (a tangle.Check
//     names it); the others are only shown. Rust is checked where there is
//     a rustc.
//   - A function's lines run from `func` to its last bracket, without doc
//     comment. Functions and files are looked at as they stand at the end
//     of each step that touches their file, and reported once.
//   - Nesting counts if, for, switch, select and function literals inside
//     one another; `else if` goes no deeper.
//   - A sentence ends in `.`, `?` or `!`, or in `:` before a block. What
//     has no such end, as the entries of many lists, is none.
//   - Medians and nines in ten are ranks: a value that occurs, such that at
//     least half, or nine tenths, are not above it.
//
// Rhythm (words before a listing, listings without a run, red spells) is
// that of the chapter's main line: quotations, folds and the section called
// Challenges stand beside it.
//
// Non-goals: judging whether a text is good, links (package links), and
// reading or printing anything.
package lint

import (
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tangle"
)

// Report is what lint finds in a book.
type Report struct {
	Rows   []*Row
	Notes  []Note
	Errors diag.List
}

// Check measures p, which must have been tangled without errors.
func Check(p *tangle.Program) *Report {
	l := &linter{report: &Report{}, seen: map[string]bool{}}
	for _, c := range p.Chapters {
		l.page = newPage(c)
		l.row = &Row{File: c.File, Name: c.Name}
		l.chapter()
		l.report.Rows = append(l.report.Rows, l.row)
	}
	l.report.sort()
	return l.report
}

// Only returns the part of the report that is about the given chapters,
// by file.
func (r *Report) Only(files map[string]bool) *Report {
	out := &Report{}
	for _, row := range r.Rows {
		if files[row.File] {
			out.Rows = append(out.Rows, row)
		}
	}
	for _, n := range r.Notes {
		if files[n.File] {
			out.Notes = append(out.Notes, n)
		}
	}
	for _, e := range r.Errors {
		if files[e.File] {
			out.Errors.Add(e)
		}
	}
	return out
}

// linter goes through the book chapter by chapter.
type linter struct {
	report *Report
	page   *page
	row    *Row
	seen   map[string]bool // the functions and files that have a note
}

func (l *linter) chapter() {
	l.share()
	l.language()
	l.prose()
	l.listings()
	l.sidebars()
	l.firstCode()
	l.leads()
	l.runs()
	l.redSpells()
	l.code()
	l.shape()
}
