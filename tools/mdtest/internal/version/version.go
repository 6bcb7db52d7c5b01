// Package version tells package versions apart: what `go vet` and `go test`
// say of a package depends on its files and on those of the packages that
// it imports, and on nothing else in the tree. Two trees that agree on
// these share one version, and one check of it.
//
// It is pure. Non-goals: packages outside of the tree (go.mod pins them).
package version

import (
	"crypto/sha256"
	"encoding/hex"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"

	"byhand/tools/mdtest/internal/tree"
)

// Package is one package of a tree.
type Package struct {
	Dir     string       // code/arena
	Files   []*tree.File // with what lies below it but is no package: testdata
	ID      string       // hash of Files and of all it imports
	Imports []*Package   // in the tree, tests' imports included
	Tests   bool         // has _test.go files
}

// Key names the version: no two versions share it.
func (p *Package) Key() string { return p.ID + "/" + p.Dir }

// Set is the packages of one tree, by folder.
type Set map[string]*Package

// Dirs returns the folders of all packages, sorted.
func (s Set) Dirs() []string {
	dirs := make([]string, 0, len(s))
	for d := range s {
		dirs = append(dirs, d)
	}
	slices.Sort(dirs)
	return dirs
}

// Changed returns the packages of s whose version is not in old, sorted by
// folder.
func (s Set) Changed(old Set) []*Package {
	var out []*Package
	for _, d := range s.Dirs() {
		if o := old[d]; o == nil || o.ID != s[d].ID {
			out = append(out, s[d])
		}
	}
	return out
}

// Indexer finds the versions of trees. It remembers what files import. It
// must not be used by two goroutines at once.
type Indexer struct {
	module  string
	imports map[*tree.File][]string
	sets    map[string]Set
}

// NewIndexer returns an Indexer for the packages of a module.
func NewIndexer(module string) *Indexer {
	return &Indexer{
		module: module, imports: map[*tree.File][]string{}, sets: map[string]Set{},
	}
}

// Full returns the versions of a tree's packages.
func (x *Indexer) Full(t tree.Tree) Set { return x.index(t) }

// Lib returns the versions of a tree's packages without their tests: what
// a listing has to leave buildable.
func (x *Indexer) Lib(t tree.Tree) Set {
	return x.index(t.Filter(func(f *tree.File) bool {
		return !strings.HasSuffix(f.Path, "_test.go")
	}))
}

func (x *Indexer) index(t tree.Tree) Set {
	hash := t.Hash()
	if s, ok := x.sets[hash]; ok {
		return s
	}
	s := Set{}
	for _, p := range t.Paths() {
		if f := t.Get(p); IsGo(p) {
			s.pkg(path.Dir(p)).add(f)
		}
	}
	for _, p := range t.Paths() {
		if owner := s.owner(p); owner != nil && !IsGo(p) {
			owner.add(t.Get(p))
		}
	}
	for _, d := range s.Dirs() {
		x.link(s, s[d])
	}
	s.stamp(baseHash(t))
	x.sets[hash] = s
	return s
}

func (s Set) pkg(dir string) *Package {
	if s[dir] == nil {
		s[dir] = &Package{Dir: dir}
	}
	return s[dir]
}

func (p *Package) add(f *tree.File) {
	p.Files = append(p.Files, f)
	p.Tests = p.Tests || strings.HasSuffix(f.Path, "_test.go") && IsGo(f.Path)
}

// IsGo reports whether the go command would take the file for a part of a
// package.
func IsGo(p string) bool {
	if path.Ext(p) != ".go" {
		return false
	}
	for _, e := range strings.Split(p, "/") {
		if e == "testdata" || e[0] == '_' || e[0] == '.' {
			return false
		}
	}
	return true
}

// owner returns the package that a data file belongs to.
func (s Set) owner(p string) *Package {
	for d := path.Dir(p); d != "."; d = path.Dir(d) {
		if s[d] != nil {
			return s[d]
		}
	}
	return nil
}

// link finds what p imports. A package and what it imports from an
// internal folder are linked both ways, so that they share one version and
// the go command finds the one inside of the other.
func (x *Indexer) link(s Set, p *Package) {
	for _, f := range p.Files {
		if !IsGo(f.Path) {
			continue
		}
		for _, imp := range x.importsOf(f) {
			dir, ok := strings.CutPrefix(imp, x.module+"/")
			q := s[dir]
			if !ok || q == nil || q == p {
				continue
			}
			p.link(q)
			if strings.Contains("/"+dir+"/", "/internal/") {
				q.link(p)
			}
		}
	}
}

func (p *Package) link(q *Package) {
	if !slices.Contains(p.Imports, q) {
		p.Imports = append(p.Imports, q)
	}
}

func (x *Indexer) importsOf(f *tree.File) []string {
	if imps, ok := x.imports[f]; ok {
		return imps
	}
	var imps []string
	file, _ := parser.ParseFile(token.NewFileSet(), "", f.Data(), parser.ImportsOnly)
	if file != nil {
		for _, spec := range file.Imports {
			if s, err := strconv.Unquote(spec.Path.Value); err == nil {
				imps = append(imps, s)
			}
		}
	}
	x.imports[f] = imps
	return imps
}

func baseHash(t tree.Tree) string {
	h := sha256.New()
	for _, p := range t.Paths() {
		if !strings.Contains(p, "/") {
			h.Write([]byte(p + "\x00" + t.Get(p).Hash() + "\x00"))
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
