package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/disk"
	"byhand/tools/mdtest/internal/markdown"
	"byhand/tools/mdtest/internal/output"
	"byhand/tools/mdtest/internal/run"
	"byhand/tools/mdtest/internal/tangle"
)

// maxRounds bounds --update: a file that a command makes may change what
// the commands after it print.
const maxRounds = 5

// update runs the chosen sections and writes what they printed into the
// chapters, until nothing changes.
func (a *app) update(ctx context.Context, f testFlags, pick picker) error {
	for range maxRounds {
		b, p, err := a.tangle()
		if err != nil {
			return err
		}
		secs, err := pick(p)
		if err != nil {
			return err
		}
		quiet := newReporter(a, f, secs)
		quiet.f.json, quiet.f.verbose = true, false
		quiet.a = &app{out: discard{}, err: a.err}
		r, err := a.check(ctx, p, secs, f, quiet)
		if err != nil {
			return err
		}
		changed, err := a.accept(b, p, r)
		if err != nil || !changed {
			return err
		}
		f.fresh = false
	}
	return failure{errors.New("the outputs change with every run: --update gives up")}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// accept writes the results into the book, and reports whether it changed.
func (a *app) accept(b *book.Book, p *tangle.Program, r *run.Runner) (bool, error) {
	edits := map[*tangle.Chapter][]markdown.Edit{}
	var errs diag.List
	var done []*run.Result
	for _, check := range p.Checks() {
		if res := r.Result(check); res != nil {
			done = append(done, res)
			c := check.Section.Chapter
			edits[c] = append(edits[c], editsFor(res, &errs)...)
		}
	}
	if len(errs) > 0 {
		return false, errs.Err()
	}
	changed := false
	for _, res := range done {
		made, err := a.record(b, res)
		if err != nil {
			return changed, failure{err}
		}
		changed = changed || made
	}
	for _, c := range p.Chapters {
		wrote, err := a.rewrite(b, c, edits[c])
		if err != nil {
			return changed, failure{err}
		}
		changed = changed || wrote
	}
	return changed, nil
}

// rewrite makes the edits in a chapter's file, unless somebody has changed
// it meanwhile.
func (a *app) rewrite(b *book.Book, c *tangle.Chapter, edits []markdown.Edit) (bool, error) {
	data := c.Doc.Apply(edits)
	if bytes.Equal(data, c.Doc.Source) {
		return false, nil
	}
	name := filepath.Join(b.Root, filepath.FromSlash(c.File))
	now, err := os.ReadFile(name)
	if err != nil {
		return false, err
	}
	if !bytes.Equal(now, c.Doc.Source) {
		return false, fmt.Errorf("%s has changed since it was read; nothing written", c.File)
	}
	fmt.Fprintf(a.out, "updated %s\n", c.File)
	return true, disk.WriteFile(name, data)
}

// record writes a made file.
func (a *app) record(b *book.Book, res *run.Result) (bool, error) {
	c := res.Check
	if res.Made == nil || c.Recorded && *res.Made == c.Record {
		return false, nil
	}
	name := filepath.Join(b.Root, filepath.FromSlash(tangle.MadeFile(c.MadeKey)))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return false, err
	}
	fmt.Fprintf(a.out, "recorded %s\n", tangle.MadeFile(c.MadeKey))
	return true, disk.WriteFile(name, []byte(*res.Made))
}

// editsFor returns what --update changes in the page on account of a
// result. A command that did not end as it should is left alone.
func editsFor(res *run.Result, errs *diag.List) []markdown.Edit {
	u := updater{b: res.Check.Block, errs: errs}
	switch res.Check.Kind {
	case tangle.Shell:
		for i, cmd := range u.b.Commands() {
			if i < len(res.Got) && !res.Broken[i] {
				u.edit(cmd.From, cmd.To, res.Got[i])
			}
		}
	case tangle.Recorded:
		u.edit(0, len(u.b.Lines), res.Check.Record)
	case tangle.Made:
		if res.Made != nil {
			u.edit(0, len(u.b.Lines), *res.Made)
		}
	}
	return u.edits
}

// updater collects the edits of one block.
type updater struct {
	b     *chapter.Block
	edits []markdown.Edit
	errs  *diag.List
}

// edit replaces the lines from and up to to by what they should be.
func (u *updater) edit(from, to int, got string) {
	var shown []string
	for _, l := range u.b.Lines[from:to] {
		shown = append(shown, l.Text)
	}
	lines := output.Rules{Numbers: u.b.Numbers}.Update(shown, output.Lines(got))
	if slices.Equal(lines, shown) {
		return
	}
	for i, l := range lines {
		pos := u.b.PosAt(from - 1)
		switch {
		case !u.b.Holds(l):
			u.errs.Addf(pos, "line %d of the output would end the block: %s; give it a longer fence", i+1, l)
			return
		case u.b.Kind == chapter.Console && strings.HasPrefix(l, "$ "):
			u.errs.Addf(pos, "line %d of the output would be taken for a command: %s; show ... instead of it", i+1, l)
			return
		}
	}
	u.edits = append(u.edits, markdown.Edit{Fence: u.b.Fence, From: from, To: to, Lines: lines})
}
