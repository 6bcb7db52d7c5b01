package lint

import (
	"fmt"

	"byhand/tools/mdtest/internal/chapter"
)

// firstCode notes a chapter whose first code comes late. A drawing is no
// code.
func (l *linter) firstCode() {
	words := 0
	for _, e := range l.page.entries {
		words += e.words
		if e.block == nil || e.block.Lang == drawing {
			continue
		}
		if words > maxFirstCode {
			l.note(e.block.Line, count(words, "word")+" before the first code", atMost(maxFirstCode))
		}
		return
	}
}

// leads counts the words before each listing, from the listing before it
// or from the section's heading.
func (l *linter) leads() {
	words := 0
	for _, e := range l.page.entries {
		switch {
		case e.head != nil && e.head.Level <= 2:
			words = 0
		case !e.main():
		case e.text != nil:
			words += e.words
		case e.listing():
			l.row.Leads = append(l.row.Leads, words)
			if words > maxLead {
				l.note(e.block.Line, count(words, "word")+" before this listing", atMost(maxLead))
			}
			words = 0
		}
	}
}

// runs notes listings that follow each other without a run: each spell
// once, at the first listing that is too many.
func (l *linter) runs() {
	n, at := 0, 0
	end := func() {
		if n > maxUnrun {
			l.note(at, fmt.Sprintf("%d listings without a run", n), fmt.Sprintf("one after %d", maxUnrun))
		}
		n = 0
	}
	for _, e := range l.page.entries {
		switch {
		case e.block == nil:
		case isRun(e.block) || e.block.Kind == chapter.Rust:
			end()
		case e.listing() && e.main():
			n++
			if n == maxUnrun+1 {
				at = e.block.Line
			}
		}
	}
	end()
}

// redSpells notes red listings that follow each other, at the first that
// is too many.
func (l *linter) redSpells() {
	for _, s := range l.page.Sections {
		red, at := 0, 0
		end := func() {
			if red > maxRed {
				l.note(at, fmt.Sprintf("red for %d listings", red), atMost(maxRed))
			}
			red = 0
		}
		for _, b := range s.Blocks {
			switch {
			case b.Red:
				red++
				if red == maxRed+1 {
					at = b.Line
				}
			case isListing(b):
				end()
			}
		}
		end()
	}
}
