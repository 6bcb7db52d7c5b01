package version

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// stamp gives every package its ID. Packages that import one another (a
// test may import what imports the tested package) get one together.
//
// The groups are the strongly connected components of the import graph,
// found as in Tarjan, Depth-first search and linear graph algorithms, 1972.
func (s Set) stamp(base string) {
	t := &tarjan{base: base, num: map[*Package]int{}, low: map[*Package]int{}}
	for _, d := range s.Dirs() {
		if t.num[s[d]] == 0 {
			t.visit(s[d])
		}
	}
}

type tarjan struct {
	base     string
	num, low map[*Package]int
	stack    []*Package
}

func (t *tarjan) visit(p *Package) {
	t.num[p] = len(t.num) + 1
	t.low[p] = t.num[p]
	t.stack = append(t.stack, p)
	for _, q := range p.Imports {
		switch {
		case t.num[q] == 0:
			t.visit(q)
			t.low[p] = min(t.low[p], t.low[q])
		case slices.Contains(t.stack, q):
			t.low[p] = min(t.low[p], t.num[q])
		}
	}
	if t.low[p] != t.num[p] {
		return
	}
	i := slices.Index(t.stack, p)
	t.close(slices.Clone(t.stack[i:]))
	t.stack = t.stack[:i]
}

// close hashes one group. What it imports from other groups has its ID.
func (t *tarjan) close(group []*Package) {
	lines := []string{t.base}
	for _, p := range group {
		for _, f := range p.Files {
			lines = append(lines, f.Path+" "+f.Hash())
		}
		for _, q := range p.Imports {
			if !slices.Contains(group, q) {
				lines = append(lines, q.Key())
			}
		}
	}
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(slices.Compact(lines), "\n")))
	for _, p := range group {
		p.ID = hex.EncodeToString(sum[:6])
	}
}

// Closure returns pkgs and all that they import, each once.
func Closure(pkgs []*Package) []*Package {
	var out []*Package
	seen := map[string]bool{}
	var add func(p *Package)
	add = func(p *Package) {
		if seen[p.Key()] {
			return
		}
		seen[p.Key()] = true
		for _, q := range p.Imports {
			add(q)
		}
		out = append(out, p)
	}
	for _, p := range pkgs {
		add(p)
	}
	return out
}
