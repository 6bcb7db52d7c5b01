package cli

import (
	"context"
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/learn"
	"byhand/tools/mdtest/internal/lint"
	"byhand/tools/mdtest/internal/run"
	"byhand/tools/mdtest/internal/tangle"
)

// prove returns notes on what the steps' tests prove to a reader: which
// steps bring none, and which bring tests that pass before anything is
// written. That they pass on the step's own tree, and that a challenge's
// test fails without an answer and passes with it, is for mdtest test.
func (a *app) prove(ctx context.Context, p *tangle.Program, files map[string]bool) ([]lint.Note, error) {
	var lessons []*learn.Lesson
	untested := map[string][]string{}
	var notes []lint.Note
	for _, l := range learn.Steps(p) {
		c := l.Section.Chapter
		if !files[c.File] {
			continue
		}
		lessons = append(lessons, l)
		if len(l.Adds()) == 0 {
			untested[c.File] = append(untested[c.File], strings.TrimPrefix(l.Name, c.Name+"/"))
		}
	}
	for _, c := range p.Chapters {
		if steps := untested[c.File]; len(steps) > 0 {
			notes = append(notes, lint.Note{
				Pos:   diag.Pos{File: c.File},
				Is:    count(len(steps), "step") + " without a test: " + strings.Join(steps, ", "),
				Limit: "a reader's own code can't be told right from wrong there",
			})
		}
	}
	r, err := run.New(p.Book, run.Options{Cache: a.cache})
	if err != nil {
		return nil, failure{err}
	}
	idle, err := learn.Idle(ctx, r, lessons)
	if err != nil {
		return nil, failure{err}
	}
	for _, l := range idle {
		notes = append(notes, lint.Note{
			Pos:   diag.Pos{File: l.Section.Chapter.File, Line: l.Section.Line},
			Is:    "the tests that the step adds pass on the step before",
			Limit: "a reader who writes nothing passes them",
		})
	}
	return notes, nil
}
