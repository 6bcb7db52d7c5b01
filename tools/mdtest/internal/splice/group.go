package splice

import (
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/tree"
)

// putSpec replaces one name of a group by a declaration that stands on its
// own in the block: `const Max = 8` goes into `const ( … )`.
func (s *splicer) putSpec(it, group *item) {
	s.last = group
	i := slices.IndexFunc(group.specs, func(sp spec) bool {
		return slices.Equal(sp.keys, it.keys)
	})
	if i < 0 {
		s.errs.Addf(it.pos(), "%s is declared together with others; show the whole of that declaration", it.name)
		return
	}
	if it.tok != group.tok {
		s.errs.Addf(it.pos(), "%s is a %s in the file; drop it first", it.keys[0], group.tok)
		return
	}
	sp := group.specs[i]
	old := group.lines.Slice(sp.from, sp.to)
	lines := indent(it.lines)
	first := it.doc
	lines.Lines[first] = "\t" + strings.TrimSpace(strings.TrimPrefix(
		strings.TrimSpace(lines.Lines[first]), it.tok.String()))
	if it.doc == 0 {
		lines = withComments(old, lines)
	}
	s.changes = append(s.changes, change(it.name, old, lines))
	group.cut(sp, lines)
}

// withComments keeps the comment lines above the old spec.
func withComments(old, lines tree.Text) tree.Text {
	n := 0
	for n < old.Len() && strings.HasPrefix(strings.TrimSpace(old.Lines[n]), "//") {
		n++
	}
	var t tree.Text
	t.Append(old.Slice(0, n))
	t.Append(lines)
	return t
}

func indent(t tree.Text) tree.Text {
	var out tree.Text
	for i, l := range t.Lines {
		if l != "" {
			l = "\t" + l
		}
		out.Add(l, t.From[i])
	}
	return out
}

// cut puts lines in the place of a spec.
func (it *item) cut(sp spec, lines tree.Text) {
	var t tree.Text
	t.Append(it.lines.Slice(0, sp.from))
	t.Append(lines)
	t.Append(it.lines.Slice(sp.to, it.lines.Len()))
	it.lines = t
	s, errs := parse(it.lines)
	if errs == nil && len(s.items) == 1 {
		it.specs, it.keys, it.doc = s.items[0].specs, s.items[0].keys, s.items[0].doc
	}
}

// dropSpec takes the spec of one name out of a group, and reports whether
// the name has a spec of its own.
func (it *item) dropSpec(name string) bool {
	for _, sp := range it.specs {
		if it.paren && len(sp.keys) == 1 && sp.keys[0] == name {
			it.cut(sp, tree.Text{})
			return true
		}
	}
	return false
}
