package chapter

import (
	"regexp"
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/markdown"
)

// reader walks a page from top to bottom.
type reader struct {
	c    *Chapter
	errs *diag.List

	section *Section
	exer    *Challenge
	under   int
	folds   []fold // open <details>, outermost first
}

type fold struct {
	line   int
	answer bool
	hint   *Hint // if it is one
}

func (r *reader) read() {
	r.section = &Section{Line: 1}
	r.c.Sections = append(r.c.Sections, r.section)
	for _, item := range r.c.Doc.Items {
		switch item := item.(type) {
		case *markdown.Heading:
			r.heading(item)
		case *markdown.HTML:
			r.html(item)
		case *markdown.Text:
			if r.section.Summary == "" && !item.Quote {
				r.section.Summary = item.Text
			}
		case *markdown.Fence:
			r.fence(item)
		}
	}
	for _, f := range r.folds {
		r.errorf(f.line, "this <details> is never closed")
	}
	if r.c.Title == "" {
		r.errorf(1, "a chapter begins with its title: # …")
	}
}

func (r *reader) errorf(line int, format string, args ...any) {
	r.errs.Addf(diag.Pos{File: r.c.File, Line: line}, format, args...)
}

func (r *reader) heading(h *markdown.Heading) {
	for _, f := range r.folds {
		r.errorf(f.line, "this <details> is not closed before the heading in line %d", h.Line)
	}
	r.folds = nil
	r.under = h.Line
	switch {
	case h.Level == 1 && r.c.Title != "":
		r.errorf(h.Line, "a second title; sections begin with ##")
	case h.Level == 1:
		r.c.Title = h.Text
	case h.Level == 2:
		r.startSection(h)
	case h.Level == 3 && r.section.Title == "Challenges":
		r.exer = &Challenge{
			Number: len(r.section.Exers) + 1, Title: h.Text, Line: h.Line,
		}
		r.section.Exers = append(r.section.Exers, r.exer)
	}
}

func (r *reader) startSection(h *markdown.Heading) {
	if h.ID == "" {
		r.errorf(h.Line, "the heading has no letters or digits to make a tag of")
	}
	for _, s := range r.c.Sections {
		if s.Title != "" && s.Title == h.Text {
			r.errorf(h.Line, "the heading %q stands in line %d already", h.Text, s.Line)
		}
	}
	r.exer = nil
	r.section = &Section{Title: h.Text, ID: h.ID, Line: h.Line}
	r.c.Sections = append(r.c.Sections, r.section)
}

var (
	detailsOpen  = regexp.MustCompile(`(?i)<details\b`)
	detailsClose = regexp.MustCompile(`(?i)</details\s*>`)
	summary      = regexp.MustCompile(`(?is)<summary>\s*(.*?)\s*</summary>`)
)

func (r *reader) html(h *markdown.HTML) {
	if detailsOpen.MatchString(h.Text) {
		f := fold{line: h.Line}
		if m := summary.FindStringSubmatch(h.Text); m != nil {
			f.answer = strings.HasPrefix(m[1], "An answer")
			if strings.HasPrefix(m[1], "Hint") {
				f.hint = &Hint{Exer: r.exer, From: h.Line + 1 + strings.Count(strings.TrimRight(h.Text, "\n"), "\n")}
				r.section.Hints = append(r.section.Hints, f.hint)
			}
		}
		r.folds = append(r.folds, f)
	}
	for range detailsClose.FindAllString(h.Text, -1) {
		if len(r.folds) == 0 {
			r.errorf(h.Line, "</details> closes nothing")
			return
		}
		last := len(r.folds) - 1
		if hint := r.folds[last].hint; hint != nil {
			hint.To = h.Line
		}
		r.folds = r.folds[:last]
	}
}

func (r *reader) fence(f *markdown.Fence) {
	if !f.Closed {
		r.errorf(f.Line, "the block is never closed")
		return
	}
	info, bad := ParseInfo(f.Info)
	kind, msg := kindOf(info)
	if msg != "" {
		bad = append(bad, msg)
	} else {
		for _, flag := range misused(kind, info) {
			bad = append(bad, "a block of this kind can't be "+flag)
		}
	}
	b := &Block{
		Fence: f, Info: info, Kind: kind, File: r.c.File,
		Section: r.section, Exer: r.exer, Under: r.under,
	}
	for _, fold := range r.folds {
		b.Answer = b.Answer || fold.answer
	}
	bad = append(bad, r.place(b)...)
	for _, msg := range bad {
		r.errorf(f.Line, "%s", msg)
	}
	r.section.Blocks = append(r.section.Blocks, b)
	r.c.Blocks = append(r.c.Blocks, b)
}

// place files a challenge's listings, and says what can't stand where it
// does.
func (r *reader) place(b *Block) (bad []string) {
	edit := b.Kind == Listing || b.Kind == File
	switch {
	case b.Challenge && r.exer == nil:
		bad = append(bad, "a challenge listing stands in a ### of ## Challenges")
	case b.Challenge && b.Answer:
		bad = append(bad, "a challenge listing stands before the answer's fold")
	case b.Challenge && r.exer.Test != nil:
		bad = append(bad, "this challenge has a listing already")
	case b.Challenge && !strings.HasSuffix(b.Path, "_test.go"):
		bad = append(bad, "a challenge listing is a Go test: its file ends in _test.go")
	case b.Challenge:
		r.exer.Test = b
	case r.section.Title == "" && b.Edits():
		bad = append(bad, "a listing before the first ## is an aside: it belongs to no step")
	case r.section.Title == "Challenges" && b.Edits():
		bad = append(bad, "a listing among the challenges is an aside or a challenge")
	case b.Answer && r.exer != nil && edit:
		r.exer.Answer = append(r.exer.Answer, b)
	}
	if b.Kind == Console && len(b.Commands()) == 0 {
		bad = append(bad, "a console block has lines that begin with $ and a space")
	} else if b.Kind == Console && b.Commands()[0].At != 0 {
		bad = append(bad, "a console block begins with a command: $ …")
	}
	return bad
}
