package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/lint"
	"byhand/tools/mdtest/internal/tangle"
)

func (a *app) lintCmd() *cobra.Command {
	strict := false
	cmd := &cobra.Command{
		Use:   "lint [CHAPTER …]",
		Short: "Measure the chapters by the style guide",
		Long: `lint measures what can be counted of the style guide: the sizes of listings and
functions, columns, words, runs, drawings, and which share of the blocks is
checked. It runs the tests that each step adds on the step before, where they
have to fail, and says which steps add none. Where a chapter differs from the
custom it prints a note. Links that lead nowhere and unknown words are errors;
notes are not, unless --strict says so.

Two tables follow. The first is of blocks: new lines are those that half of the
listings, and 9 in 10, have at most; share is how many of the blocks are
checked, drawings apart. The second is of rhythm: words in a sentence, questions
in a thousand words, words before a listing (half, 9 in 10, the most), steps
that begin red, and the functions that the chapter leaves behind. What exactly
is counted says go doc byhand/tools/mdtest/internal/lint.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.lint(cmd.Context(), args, strict)
		},
	}
	cmd.Flags().BoolVar(&strict, "strict", false, "fail if there are notes")
	return cmd
}

func (a *app) lint(ctx context.Context, args []string, strict bool) error {
	b, p, err := a.tangle()
	if p == nil {
		return err
	}
	var errs diag.List
	if err != nil && !errors.As(err, &errs) {
		return err
	}
	files, err := selectChapters(p, args)
	if err != nil {
		return err
	}
	whole := len(errs) == 0 // of half a book, the numbers mean nothing
	for _, e := range links.Check(b) {
		if len(args) == 0 || files[e.File] {
			errs.Add(e)
		}
	}
	notes := 0
	if whole {
		r := lint.Check(p).Only(files)
		proven, err := a.prove(ctx, p, files)
		if err != nil {
			return err
		}
		r.Notes = append(r.Notes, proven...)
		errs, notes = append(errs, r.Errors...), len(r.Notes)
		for _, n := range r.Notes {
			fmt.Fprintln(a.out, n)
		}
		if notes > 0 {
			fmt.Fprintln(a.out)
		}
		writeTables(a.out, r)
	}
	if err := errs.Err(); err != nil {
		return err
	}
	if strict && notes > 0 {
		return failure{fmt.Errorf("%s, and --strict allows none", count(notes, "note"))}
	}
	return nil
}

// selectChapters returns the files of the named chapters; of all for no
// names.
func selectChapters(p *tangle.Program, names []string) (map[string]bool, error) {
	files := map[string]bool{}
	var known []string
	for _, c := range p.Chapters {
		known = append(known, c.Name, c.File)
		if len(names) == 0 || slices.Contains(names, c.Name) || slices.Contains(names, c.File) {
			files[c.File] = true
		}
	}
	for _, n := range names {
		if slices.Contains(known, n) {
			continue
		}
		if near := chapter.Nearest(n, known); near != "" {
			return nil, fmt.Errorf("no chapter %q; did you mean %s?", n, near)
		}
		return nil, fmt.Errorf("no chapter %q", n)
	}
	return files, nil
}

// column is a column of a table of the chapters' numbers.
type column struct {
	head string
	cell func(*lint.Row) any
}

// blockColumns say what the chapters consist of, and what of it is checked.
var blockColumns = []column{
	{"words", func(r *lint.Row) any { return r.Words }},
	{"steps", func(r *lint.Row) any { return r.Steps }},
	{"listings", func(r *lint.Row) any { return len(r.NewLines) }},
	{"new lines", func(r *lint.Row) any { return r.NewLines.Rank(50) }},
	{"9 in 10", func(r *lint.Row) any { return r.NewLines.Rank(90) }},
	{"runs", func(r *lint.Row) any { return r.Runs }},
	{"rust", func(r *lint.Row) any { return r.Rust }},
	{"drawings", func(r *lint.Row) any { return r.Drawings }},
	{"blocks", func(r *lint.Row) any { return r.Blocks }},
	{"checked", func(r *lint.Row) any { return r.Checked }},
	{"shown", func(r *lint.Row) any { return r.Shown }},
	{"share", share},
}

func share(r *lint.Row) any {
	if r.Blocks == 0 {
		return "-"
	}
	return fmt.Sprintf("%d%%", r.Share())
}

// rhythmColumns say how the chapters read. Steps and functions are counted
// in all, and then those that are red first or longer than usual.
var rhythmColumns = []column{
	{"words/sentence", func(r *lint.Row) any { return fmt.Sprintf("%.1f", r.Sentences.Mean()) }},
	{"questions/1000", func(r *lint.Row) any { return fmt.Sprintf("%.1f", r.QuestionRate()) }},
	{"words/listing", func(r *lint.Row) any { return r.Leads.Rank(50) }},
	{"9 in 10", func(r *lint.Row) any { return r.Leads.Rank(90) }},
	{"most", func(r *lint.Row) any { return r.Leads.Rank(100) }},
	{"red steps", func(r *lint.Row) any { return r.RedSteps }},
	{"funcs", func(r *lint.Row) any { return len(r.Funcs) }},
	{"lines", func(r *lint.Row) any { return r.Funcs.Rank(50) }},
	{"over 25", func(r *lint.Row) any { return r.LongFuncs() }},
	{"longest", func(r *lint.Row) any { return r.Funcs.Rank(100) }},
}

// writeTables prints the numbers, a row for each chapter and one for all.
func writeTables(w io.Writer, r *lint.Report) {
	rows := r.Rows
	if len(rows) != 1 {
		rows = append(slices.Clone(rows), r.Total())
	}
	writeTable(w, rows, blockColumns)
	fmt.Fprintln(w)
	writeTable(w, rows, rhythmColumns)
}

func writeTable(w io.Writer, rows []*lint.Row, cols []column) {
	wide := len("chapter")
	for _, r := range rows {
		wide = max(wide, len(r.Name))
	}
	tw := tabwriter.NewWriter(w, 0, 0, 0, ' ', tabwriter.AlignRight)
	// All is aligned to the right but the names, which are filled up.
	name := func(s string) { fmt.Fprintf(tw, "%-*s\t", wide, s) }
	name("chapter")
	for _, c := range cols {
		fmt.Fprintf(tw, "  %s\t", c.head)
	}
	fmt.Fprintln(tw)
	for _, r := range rows {
		name(r.Name)
		for _, c := range cols {
			fmt.Fprintf(tw, "  %v\t", c.cell(r))
		}
		fmt.Fprintln(tw)
	}
	_ = tw.Flush()
}
