package semantic

import (
	"crypto/sha256"
	"errors"
	"go/ast"
	"go/types"
	"path"
	"runtime"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/tree"
)

// unit is a package version: its files, and the versions that it imports.
type unit struct {
	dir     string
	key     string // of all that it depends on
	files   []*source
	imports map[string]*unit // by import path
	pkg     *types.Package   // nil until it is needed
}

// around returns the package that a file is checked in: the files beside it
// that the go command would compile with it.
func (c *Checker) around(t tree.Tree, s *source) *unit {
	dir := path.Dir(s.path)
	name := s.bare.Name.Name
	test := isTest(s.path)
	files := []*source{s}
	for _, o := range c.beside(t, dir) {
		if o.path != s.path && o.bare.Name.Name == name && (test || !isTest(o.path)) {
			files = append(files, o)
		}
	}
	var tested *unit
	if test && strings.HasSuffix(name, "_test") {
		tested = c.tested(t, dir)
	}
	return c.unit(t, dir, files, tested)
}

func isTest(p string) bool { return strings.HasSuffix(p, "_test.go") }

// beside returns the files of a folder that the host builds.
func (c *Checker) beside(t tree.Tree, dir string) []*source {
	var out []*source
	for _, f := range t.Dir(dir) {
		if !isGo(f.Path) {
			continue
		}
		if s := c.source(f); s.fits {
			out = append(out, s)
		}
	}
	return out
}

// tested returns the package of a folder as its external tests see it: with
// the declarations of its internal ones. It returns nil if it has none.
func (c *Checker) tested(t tree.Tree, dir string) *unit {
	var files []*source
	internal := false
	for _, s := range c.beside(t, dir) {
		if !strings.HasSuffix(s.bare.Name.Name, "_test") {
			files = append(files, s)
			internal = internal || isTest(s.path)
		}
	}
	if !internal {
		return nil
	}
	return c.unit(t, dir, files, nil)
}

// imported returns the package of a folder as others import it, or nil if
// there is none, or if it is being looked at already: imports in a cycle.
func (c *Checker) imported(t tree.Tree, dir string, tested *unit) *unit {
	if tested != nil && tested.dir == dir {
		return tested
	}
	var files []*source
	for _, s := range c.beside(t, dir) {
		if !isTest(s.path) {
			files = append(files, s)
		}
	}
	if len(files) == 0 || c.loading[dir] {
		return nil
	}
	return c.unit(t, dir, files, tested)
}

// unit returns the version of a package that has these files.
func (c *Checker) unit(t tree.Tree, dir string, files []*source, tested *unit) *unit {
	u := &unit{dir: dir, files: files, imports: map[string]*unit{}}
	outer := c.loading[dir]
	c.loading[dir] = true
	defer func() { c.loading[dir] = outer }()
	h := sha256.New()
	var below []string
	for _, s := range files {
		h.Write([]byte(s.path + "\x00" + s.hash + "\x00"))
		for _, imp := range s.imports {
			d, ours := strings.CutPrefix(imp, c.module+"/")
			if !ours || u.imports[imp] != nil {
				continue
			}
			if v := c.imported(t, d, tested); v != nil {
				u.imports[imp] = v
				below = append(below, v.key)
			}
		}
	}
	slices.Sort(below)
	h.Write([]byte(strings.Join(below, "\x00")))
	u.key = string(h.Sum(nil)) + dir
	if known := c.units[u.key]; known != nil {
		return known
	}
	c.units[u.key] = u
	return u
}

// check type-checks u. Of the functions, only those of the file s have
// bodies, as they stand in whole.
func (c *Checker) check(u *unit, s *source, whole *ast.File, info *types.Info) *types.Package {
	files := make([]*ast.File, len(u.files))
	for i, f := range u.files {
		files[i] = f.bare
		if f == s {
			files[i] = whole
		}
	}
	conf := types.Config{
		Importer: importer{c, u}, Error: func(error) {},
		Sizes:                    types.SizesFor("gc", runtime.GOARCH),
		DisableUnusedImportCheck: true,
	}
	pkg, _ := conf.Check(u.name(c.module), c.fset, files, info)
	return pkg
}

// name returns the path that the package is imported by.
func (u *unit) name(module string) string {
	if strings.HasSuffix(u.files[0].bare.Name.Name, "_test") {
		return module + "/" + u.dir + "_test"
	}
	return module + "/" + u.dir
}

var (
	errNoPackage = errors.New("not in the tree")
	errOutside   = errors.New("not known")
)

// importer finds what a package version imports.
type importer struct {
	c *Checker
	u *unit
}

func (i importer) Import(p string) (*types.Package, error) {
	if p == "unsafe" {
		return types.Unsafe, nil
	}
	if strings.HasPrefix(p, i.c.module+"/") {
		v := i.u.imports[p]
		if v == nil {
			return nil, errNoPackage
		}
		if v.pkg == nil {
			v.pkg = i.c.check(v, nil, nil, nil)
		}
		return v.pkg, nil
	}
	if i.c.outside == nil {
		return nil, errOutside
	}
	return i.c.outside.Import(p)
}
