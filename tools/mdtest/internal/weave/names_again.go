package weave

import (
	"maps"
	"strings"

	"byhand/tools/mdtest/internal/tree"
)

// NamedAs lets the names in the code lead where they did in old, but for the
// listings of one page, which are looked at again: a page is there at once
// while its chapter is being written. The list of names is old's.
func NamedAs(old *Weaver, out string) Option {
	return func(w *weaver) {
		if old.names != nil {
			w.names = old.names.again(w, out)
		}
	}
}

// again returns what is known of the names with one page looked at again. n
// does not change.
func (n *names) again(w *weaver, out string) *names {
	m := &names{
		sem: n.sem, outs: w.Outs(), files: maps.Clone(n.files), targets: maps.Clone(n.targets),
		taken: maps.Clone(n.taken), data: maps.Clone(n.data), index: index{},
		first: maps.Clone(n.first), in: maps.Clone(n.in),
	}
	maps.DeleteFunc(m.targets, func(_ definition, t target) bool { return t.page == out })
	maps.DeleteFunc(m.taken, func(at string, _ int) bool { return strings.HasPrefix(at, out+"#") })
	delete(m.data, out)
	for b, names := range n.in {
		if n.outs[b.File] == out {
			delete(m.in, b)
			for _, d := range names {
				delete(m.first, d.Qualified())
			}
		}
	}
	for _, l := range m.listings(w.program) {
		if m.outs[l.block.File] != out {
			continue
		}
		if l.After != nil {
			m.sem.Want([]*tree.File{l.After})
		}
		m.look(l)
	}
	m.index = n.index
	return m
}
