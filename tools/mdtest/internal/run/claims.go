package run

import (
	"bytes"
	"fmt"
	goformat "go/format"
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/version"
)

// wants says which package versions a check asks about.
func (r *Runner) wants(c *tangle.Check) []want {
	var out []want
	add := func(pkgs []*version.Package, vet, test bool) {
		for _, p := range pkgs {
			out = append(out, want{p, vet, test})
		}
	}
	switch c.Kind {
	case tangle.Build:
		add(r.built(c), false, true)
		if c.Mends {
			add(r.changed(c), false, true)
		}
		if own := r.compiled(c); own != nil {
			add([]*version.Package{own}, true, false)
		}
	case tangle.Step:
		add(r.changed(c), true, true)
	case tangle.Red, tangle.Unsolved, tangle.Solved:
		add(r.changed(c), false, true)
	case tangle.Shell:
		if p := r.asksTest(c); p != nil {
			add([]*version.Package{p}, true, true)
		}
	}
	return out
}

// built returns the packages that a listing changed, without their tests.
func (r *Runner) built(c *tangle.Check) []*version.Package {
	return r.lib(c.Tree).Changed(r.lib(c.Before))
}

// changed returns the packages that differ, or import one that does.
func (r *Runner) changed(c *tangle.Check) []*version.Package {
	return r.full(c.Tree).Changed(r.full(c.Before))
}

// compiled returns the package of an aside that is a test: it is not kept
// for the step's end, so that it is looked at now.
func (r *Runner) compiled(c *tangle.Check) *version.Package {
	if c.Block == nil || !c.Block.Aside || !strings.HasSuffix(c.Block.Path, "_test.go") {
		return nil
	}
	return r.full(c.Tree)[dirOf(c)]
}

func dirOf(c *tangle.Check) string {
	if c.Block == nil {
		return ""
	}
	i := strings.LastIndexByte(c.Block.Path, '/')
	return c.Block.Path[:max(i, 0)]
}

// cover notes which versions with tests hold the same files as one without:
// if they build, so does that one, and need not be built again.
func (r *Runner) cover(secs []*tangle.Section) {
	for _, s := range secs {
		if !s.Step {
			continue
		}
		full, lib := r.full(s.End), r.lib(s.End)
		for dir, p := range lib {
			if r.covers[p.Key()] == nil {
				r.covers[p.Key()] = full[dir]
			}
		}
	}
}

// uncovered returns the wants whose question no other one answers: with
// the tests a package may fail to build on their account.
func (r *Runner) uncovered(wants []want) []want {
	var out []want
	for _, w := range wants {
		q := r.covers[w.pkg.Key()]
		if q == nil || q == w.pkg {
			continue
		}
		if v, ok := r.pkgs.test[q.Key()]; !ok || v.NoBuild {
			out = append(out, w)
		}
	}
	return out
}

// covering replaces the packages that others answer for.
func (r *Runner) covering(wants []want) []want {
	out := make([]want, len(wants))
	for i, w := range wants {
		out[i] = w
		if q := r.covers[w.pkg.Key()]; q != nil {
			out[i].pkg = q
		}
	}
	return out
}

// builds returns the verdict on the build of a package without its tests.
func (r *Runner) builds(p *version.Package) verdict {
	r.mu.Lock()
	defer r.mu.Unlock()
	if v, ok := r.pkgs.test[p.Key()]; ok {
		return v
	}
	v := r.pkgs.test[r.covers[p.Key()].Key()]
	v.TestOK = v.TestOK || !v.NoBuild
	return v
}

// judgeBuild says what is wrong with the build of a listing's packages.
func (r *Runner) judgeBuild(c *tangle.Check) []*diag.Error {
	var errs []*diag.Error
	for _, p := range r.built(c) {
		if v := r.builds(p); !v.TestOK {
			errs = append(errs, locator{c, p.Dir}.lines(v.Test)...)
		}
	}
	return errs
}

// judgeCompile says what is wrong with a test that is an aside.
func (r *Runner) judgeCompile(c *tangle.Check) []*diag.Error {
	p := r.compiled(c)
	if p == nil {
		return nil
	}
	text := r.vets(p)
	if !strings.Contains(text, "vet: ") {
		return nil // findings of vet do not count in a detour
	}
	return locator{c, p.Dir}.lines(strings.ReplaceAll(text, "vet: ", ""))
}

func (r *Runner) judgeVet(c *tangle.Check) []*diag.Error {
	var errs []*diag.Error
	for _, p := range r.changed(c) {
		if text := r.vets(p); strings.TrimSpace(text) != "" {
			errs = append(errs, locator{c, p.Dir}.lines(strings.ReplaceAll(text, "vet: ", ""))...)
		}
	}
	return errs
}

func (r *Runner) judgeTests(c *tangle.Check) []*diag.Error {
	var errs []*diag.Error
	for _, p := range r.changed(c) {
		v, l := r.tests(p), locator{c, p.Dir}
		switch {
		case v.TestOK:
		case v.NoBuild:
			errs = append(errs, l.lines(v.Test)...)
		default:
			errs = append(errs, l.tests(v.Test)...)
		}
	}
	return errs
}

// judgeRed wants something to be broken.
func (r *Runner) judgeRed(c *tangle.Check) []*diag.Error {
	for _, p := range r.changed(c) {
		if !r.tests(p).TestOK {
			return nil
		}
	}
	msg := "the listing is red, but the tree builds and its tests pass"
	if c.Kind == tangle.Unsolved {
		msg = "the challenge's test passes already"
	}
	return []*diag.Error{{Pos: c.Pos, Msg: msg, Where: c.Section.Name}}
}

// judgeFormat wants every file that the step touched gofmt'ed.
func judgeFormat(c *tangle.Check) []*diag.Error {
	var errs []*diag.Error
	for _, p := range c.Before.Changed(c.Tree) {
		f := c.Tree.Get(p)
		if f == nil || !version.IsGo(p) {
			continue
		}
		want, err := goformat.Source(f.Data())
		if err != nil {
			errs = append(errs, locator{check: c}.error(err.Error(), ""))
		} else if !bytes.Equal(want, f.Data()) {
			errs = append(errs, unformatted(c, p, string(want)))
		}
	}
	return errs
}

func unformatted(c *tangle.Check, path, want string) *diag.Error {
	f := c.Tree.Get(path)
	lines := strings.Split(want, "\n")
	for i, line := range f.Text.Lines {
		if i >= len(lines) || lines[i] != line {
			return &diag.Error{
				Pos: f.Text.From[i], Msg: "not gofmt'ed",
				Where: fmt.Sprintf("%s, %s:%d", c.Section.Name, path, i+1),
			}
		}
	}
	return &diag.Error{Pos: c.Pos, Msg: path + " is not gofmt'ed", Where: c.Section.Name}
}

func (r *Runner) tests(p *version.Package) verdict {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.pkgs.test[p.Key()]
}

func (r *Runner) vets(p *version.Package) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.pkgs.vet[p.Key()]
}
