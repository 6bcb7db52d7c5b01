package lint

import "byhand/tools/mdtest/internal/chapter"

// share counts the chapter's blocks, and which of them are checked.
func (l *linter) share() {
	checked := map[*chapter.Block]bool{}
	for _, s := range l.page.Sections {
		for _, c := range s.Checks {
			if c.Block != nil {
				checked[c.Block] = true
			}
		}
		l.step(s.Section)
	}
	for _, b := range l.page.Blocks {
		switch {
		case b.Lang == drawing && b.Kind == chapter.Shown:
			l.row.Drawings++
			continue
		case isRun(b):
			l.row.Runs++
		case b.Kind == chapter.Rust:
			l.row.Rust++
		}
		l.row.Blocks++
		if checked[b] {
			l.row.Checked++
		} else {
			l.row.Shown++
		}
	}
}

// step counts a section that is a step.
func (l *linter) step(s *chapter.Section) {
	if !s.Step {
		return
	}
	l.row.Steps++
	for _, b := range s.Blocks {
		if b.Red {
			l.row.RedSteps++
			return
		}
	}
}

// drawing is the language of drawings.
const drawing = "goat"

func isRun(b *chapter.Block) bool {
	return b.Kind == chapter.Console || b.Kind == chapter.Testscript
}
