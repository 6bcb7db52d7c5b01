package tangle

import (
	"errors"
	"maps"
	"slices"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tree"
)

// Tangler tangles a book again and again while it is being written. A
// chapter that is the same value as before, and starts from the same tree,
// is not followed again. The zero value knows nothing. It must not be used
// by two goroutines at once; what it returns may be.
type Tangler struct {
	book  Book // what the chapters known were followed with
	known map[string]followed
}

// followed is what became of a chapter.
type followed struct {
	from *chapter.Chapter
	to   *Chapter
	errs diag.List
}

// Tangle follows the chapters in their order.
func (t *Tangler) Tangle(b *Book) (*Program, error) {
	p, err := t.Through(b, "")
	var errs diag.List
	errors.As(err, &errs)
	shown := map[string]bool{}
	for _, c := range p.Chapters {
		for _, key := range c.shown {
			shown[key] = true
		}
	}
	for key := range b.Made {
		if !shown[key] {
			errs.Addf(diag.Pos{File: MadeFile(key)}, "no listing shows this file any more; delete it")
		}
	}
	return p, errs.Err()
}

// Through follows the chapters up to the one that file holds; Final is the
// tree at its end. Later chapters are in the program as they were when they
// were followed last, those that were and have the same text.
func (t *Tangler) Through(b *Book, file string) (*Program, error) {
	t.forget(b)
	p := &Program{Book: b, Final: t.book.Base}
	var errs diag.List
	past := false
	for _, c := range b.Chapters {
		if past {
			if old, ok := t.known[c.File]; ok && old.from == c {
				p.Chapters = append(p.Chapters, old.to)
			}
			continue
		}
		f := t.follow(b, c, p.Final)
		p.Chapters = append(p.Chapters, f.to)
		p.Final = f.to.End
		errs = append(errs, f.errs...)
		past = c.File == file
	}
	return p, errs.Err()
}

// forget drops what is known if all chapters have to be followed again, and
// the chapters that the book has no longer.
func (t *Tangler) forget(b *Book) {
	old := t.book
	t.book = *b
	if t.known == nil || old.Module != b.Module || len(old.Base.Changed(b.Base)) > 0 ||
		!maps.Equal(old.Made, b.Made) || !maps.Equal(old.Recorded, b.Recorded) {
		t.known = map[string]followed{}
	} else {
		t.book.Base = old.Base
	}
	maps.DeleteFunc(t.known, func(file string, _ followed) bool {
		return !slices.ContainsFunc(b.Chapters, func(c *chapter.Chapter) bool { return c.File == file })
	})
}

func (t *Tangler) follow(b *Book, c *chapter.Chapter, start tree.Tree) followed {
	old, ok := t.known[c.File]
	if ok && old.from == c && old.to.Start.Same(start) {
		return old
	}
	f := followed{from: c}
	f.to, f.errs = Follow(b, c, start)
	if ok {
		f.to.End = f.to.End.Reuse(old.to.End)
	}
	t.known[c.File] = f
	return f
}
