package lint

import (
	"fmt"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/splice"
	"byhand/tools/mdtest/internal/tangle"
)

// listings measures the lines of the listings, and the columns of all code.
func (l *linter) listings() {
	for _, s := range l.page.Sections {
		for _, b := range s.Blocks {
			if isListing(b) || b.Lang == "go" && !b.Made || b.Lang == "rust" {
				l.wide(b)
			}
			if pl := s.Placed[b]; pl != nil && isListing(b) {
				l.listing(b, newLines(b, pl))
			}
		}
	}
	if n := l.row.NewLines.Rank(50); n > maxNewMedian {
		l.note(1, fmt.Sprintf("listings have a median of %d new lines", n), atMost(maxNewMedian))
	}
	if n := l.row.NewLines.Rank(90); n > maxNewMost {
		l.note(1, fmt.Sprintf("nine in ten listings have up to %d new lines", n), atMost(maxNewMost))
	}
}

func (l *linter) listing(b *chapter.Block, n int) {
	l.row.NewLines = append(l.row.NewLines, n)
	if n > maxNew {
		l.note(b.Line, fmt.Sprintf("a listing of %d new lines", n), fmt.Sprintf("never more than %d", maxNew))
	}
}

// newLines counts the lines that b brings to the file. Every line knows
// the place in the book that it came from, so that what b wrote and what b
// took away can be told without guessing; of these two, the lines that are
// alike are not new. A blank line is new between two that are.
func newLines(b *chapter.Block, pl *tangle.Placement) int {
	if pl.After == nil {
		return 0
	}
	after := pl.After.Text
	var at []int // the lines that b wrote
	var wrote []string
	for i, p := range after.From {
		if p.File == b.File && p.Line > b.Line && p.Line <= b.Last && after.Lines[i] != "" {
			at, wrote = append(at, i), append(wrote, after.Lines[i])
		}
	}
	n, last := 0, -1
	for i, old := range splice.Common(gone(pl), wrote) {
		if old {
			continue
		}
		if n++; n > 1 && at[i] == last+2 && after.Lines[last+1] == "" {
			n++
		}
		last = at[i]
	}
	return n
}

// gone returns the lines that a listing took away, but for blank ones.
func gone(pl *tangle.Placement) []string {
	if pl.Before == nil {
		return nil
	}
	stays := map[diag.Pos]bool{}
	for _, p := range pl.After.Text.From {
		stays[p] = true
	}
	var lines []string
	for i, p := range pl.Before.Text.From {
		if line := pl.Before.Text.Lines[i]; line != "" && !stays[p] {
			lines = append(lines, line)
		}
	}
	return lines
}
