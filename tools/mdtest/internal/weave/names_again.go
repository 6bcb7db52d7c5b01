package weave

import (
	"maps"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/semantic"
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
// does not change, but for what it knows of packages outside of the book.
func (n *names) again(w *weaver, out string) *names {
	m := *n
	m.outs, m.index = w.Outs(), index{}
	m.files, m.trees, m.targets = maps.Clone(n.files), maps.Clone(n.trees), maps.Clone(n.targets)
	m.taken, m.data, m.first, m.in = maps.Clone(n.taken), maps.Clone(n.data), maps.Clone(n.first), maps.Clone(n.in)
	m.forget(out)
	there := map[*tree.File]bool{}
	for _, l := range m.listings(w.program) {
		if there[l.After] = true; m.outs[l.block.File] != out {
			continue
		}
		if l.After != nil {
			m.sem.Want([]*tree.File{l.After})
		}
		m.look(l)
	}
	maps.DeleteFunc(m.files, func(f *tree.File, _ *semantic.File) bool { return !there[f] })
	maps.DeleteFunc(m.trees, func(f *tree.File, _ tree.Tree) bool { return !there[f] })
	m.index = n.index
	return &m
}

// forget drops what a page defines.
func (n *names) forget(out string) {
	maps.DeleteFunc(n.targets, func(_ definition, t target) bool { return t.page == out })
	maps.DeleteFunc(n.taken, func(at string, _ int) bool { return strings.HasPrefix(at, out+"#") })
	delete(n.data, out)
	maps.DeleteFunc(n.in, func(b *chapter.Block, names []defined) bool {
		if n.outs[b.File] != out {
			return false
		}
		for _, d := range names {
			delete(n.first, d.Qualified())
		}
		return true
	})
}
