package run

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"

	"byhand/tools/mdtest/internal/tree"
	"byhand/tools/mdtest/internal/version"
)

// verdict is what the go command says of one package version. Texts are as
// printed, but with the tree's own paths.
type verdict struct {
	VetOK   bool
	Vet     string
	TestOK  bool
	Test    string // what `go test` printed of it, its last line included
	NoBuild bool   // it failed because it does not build
}

// want asks for a verdict.
type want struct {
	pkg       *version.Package
	vet, test bool
}

// packages is the stable module: every version has one folder in it, and
// all that are new are vetted and tested in one call each, so that Go's own
// cache and all cores do the work.
type packages struct {
	r    *Runner
	dir  string
	vet  map[string]string // by key; what vet printed, empty if nothing
	test map[string]verdict
}

// look takes from the store what is known of w, and reports whether that
// is all.
func (ps *packages) look(w want) bool {
	ok := true
	key := w.pkg.Key()
	if _, have := ps.vet[key]; w.vet && !have {
		var text string
		if ps.r.store.get(ps.r.store.key("vet", key), &text) {
			ps.vet[key] = text
		} else {
			ok = false
		}
	}
	if _, have := ps.test[key]; w.test && !have {
		var v verdict
		if ps.r.store.get(ps.r.store.key("test", key), &v) {
			ps.test[key] = v
		} else {
			ok = false
		}
	}
	return ok
}

// check vets and tests what is not known yet.
func (ps *packages) check(ctx context.Context, base tree.Tree, wants []want) error {
	var vet, test []*version.Package
	toVet, toTest := map[string]bool{}, map[string]bool{}
	for _, w := range wants {
		if ps.look(w) {
			continue
		}
		key := w.pkg.Key()
		if _, have := ps.vet[key]; w.vet && !have && !toVet[key] {
			toVet[key] = true
			vet = append(vet, w.pkg)
		}
		if _, have := ps.test[key]; w.test && !have && !toTest[key] {
			toTest[key] = true
			test = append(test, w.pkg)
		}
	}
	if len(vet)+len(test) == 0 {
		return nil
	}
	unlock, err := lockedfile.MutexAt(ps.dir + ".lock").Lock()
	if err != nil {
		return err
	}
	defer unlock()
	if err := ps.write(base, slices.Concat(vet, test)); err != nil {
		return err
	}
	if err := ps.runVet(ctx, vet); err != nil {
		return err
	}
	return ps.runTest(ctx, test)
}

// write places the versions, and what they import, in the module.
func (ps *packages) write(base tree.Tree, pkgs []*version.Package) error {
	if err := os.MkdirAll(ps.dir, 0o777); err != nil {
		return err
	}
	for _, p := range base.Paths() {
		if err := put(filepath.Join(ps.dir, p), base.Get(p).Data()); err != nil {
			return err
		}
	}
	for _, p := range version.Closure(pkgs) {
		for _, f := range p.Files {
			name := filepath.Join(ps.dir, filepath.FromSlash(p.Place(f.Path)))
			if err := put(name, p.Source(f, ps.r.book.Module)); err != nil {
				return err
			}
		}
	}
	return nil
}

// put writes a file unless it is there: a version never changes.
func put(name string, data []byte) error {
	if old, err := os.ReadFile(name); err == nil && string(old) == string(data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o666)
}

func dirs(pkgs []*version.Package) []string {
	var args []string
	for _, p := range pkgs {
		args = append(args, "./"+p.Place(p.Dir))
	}
	return args
}

func (ps *packages) goCmd(ctx context.Context, args []string, watch func([]byte)) (outcome, error) {
	home := filepath.Join(ps.r.cache, "home")
	if err := os.MkdirAll(home, 0o777); err != nil {
		return outcome{}, err
	}
	j := &job{
		args: append([]string{"go"}, args...), dir: ps.dir, apart: true, watch: watch,
		env:    ps.r.env.with("HOME="+home, "TMPDIR="+os.TempDir()),
		writes: append([]string{ps.dir, home, os.TempDir()}, ps.r.env.dirs...),
	}
	return j.run(ctx)
}

// runVet vets pkgs. What does not load keeps the go command from vetting
// the others, and of several with the same fault it names the first alone:
// they are asked about one by one. Nothing passes but in a run that has
// nothing to say.
func (ps *packages) runVet(ctx context.Context, pkgs []*version.Package) error {
	for len(pkgs) > 0 {
		left, err := ps.vetOnce(ctx, pkgs)
		if err != nil || len(left) == 0 {
			return err
		}
		broken, rest, err := ps.loading(ctx, left)
		if err != nil {
			return err
		}
		for _, p := range broken {
			if err := ps.runVet(ctx, []*version.Package{p}); err != nil {
				return err
			}
		}
		pkgs = rest
	}
	return nil
}

// vetOnce runs go vet and returns the packages that it has not looked at.
func (ps *packages) vetOnce(ctx context.Context, pkgs []*version.Package) (left []*version.Package, err error) {
	ps.r.progress("vetting", len(pkgs))
	out, err := ps.goCmd(ctx, append([]string{"vet"}, dirs(pkgs)...), nil)
	if err != nil {
		return nil, err
	}
	found, loose := sections(out.Out + out.Err)
	for _, p := range pkgs {
		text := buildText(found, loose, p)
		if text == "" && out.Code != 0 {
			left = append(left, p)
			continue
		}
		ps.learnVet(p, text)
	}
	if len(left) == 1 && len(pkgs) == 1 {
		return nil, fmt.Errorf("go vet: exit status %d\n%s", out.Code, ps.relative(out.Out+out.Err))
	}
	return left, nil
}

// loading divides pkgs into those that do not load, tests included, and the
// rest. If all load it calls them broken: something is wrong with them.
func (ps *packages) loading(ctx context.Context, pkgs []*version.Package) (broken, rest []*version.Package, err error) {
	const format = "{{if or .Error .DepsErrors}}{{.ImportPath}}{{end}}"
	out, err := ps.goCmd(ctx, append([]string{"list", "-e", "-test", "-f", format}, dirs(pkgs)...), nil)
	if err != nil {
		return nil, nil, err
	}
	ids := version.IDs(out.Out)
	for _, p := range pkgs {
		if slices.Contains(ids, p.ID) {
			broken = append(broken, p)
		} else {
			rest = append(rest, p)
		}
	}
	if len(broken) == 0 {
		return pkgs, nil, nil
	}
	return broken, rest, nil
}

func (ps *packages) learnVet(p *version.Package, text string) {
	text = ps.relative(text)
	ps.vet[p.Key()] = text
	ps.r.store.put(ps.r.store.key("vet", p.Key()), text)
}

// runTest tests pkgs; of those without tests it says whether they build.
// Go says only once that an import can't be found, of whichever package is
// the first to have it: the others are asked about one by one.
func (ps *packages) runTest(ctx context.Context, pkgs []*version.Package) error {
	if len(pkgs) == 0 {
		return nil
	}
	out, err := ps.goTest(ctx, pkgs)
	if err != nil {
		return err
	}
	found, loose := sections(out.Err)
	blocks := testBlocks(out.Out)
	for _, p := range pkgs {
		v := blocks[p.Key()]
		text := buildText(found, loose, p)
		switch {
		case v.NoBuild && text == "" && len(pkgs) > 1:
			if err := ps.runTest(ctx, []*version.Package{p}); err != nil {
				return err
			}
			continue
		case v.NoBuild:
			v.Test = cmp.Or(text, loose) + v.Test
		case v.Test == "":
			v.Test = out.Err + out.Out
		}
		ps.learnTest(p, v)
	}
	return nil
}

// goTest runs go test and tells how far it is.
func (ps *packages) goTest(ctx context.Context, pkgs []*version.Package) (outcome, error) {
	ps.r.progress("testing", len(pkgs))
	args := []string{"test", "-vet=off", "-timeout=" + ps.r.opts.Timeout.String()}
	done := 0
	return ps.goCmd(ctx, append(args, dirs(pkgs)...), func(p []byte) {
		done += len(packageLine.FindAll(p, -1))
		ps.r.progress("testing", len(pkgs)-done)
	})
}

func (ps *packages) learnTest(p *version.Package, v verdict) {
	v.Test = ps.relative(v.Test)
	ps.test[p.Key()] = v
	if !tooLate.MatchString(v.Test) {
		ps.r.store.put(ps.r.store.key("test", p.Key()), v)
	}
}

// tooLate finds what go test prints of a test that took too long.
var tooLate = regexp.MustCompile(`(?m)^(panic: test timed out after|\*\*\* Test killed)`)

func (ps *packages) relative(s string) string {
	s = strings.ReplaceAll(s, ps.dir+string(filepath.Separator), "")
	return version.Strip(s)
}
