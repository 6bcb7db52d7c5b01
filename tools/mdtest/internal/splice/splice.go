// Package splice edits Go files by declaration: a block of whole top-level
// declarations goes into a file, each declaration replacing the one of its
// name or joining the others. What a block does not touch does not move.
//
// It works on lines, each of which knows where in the book it came from,
// so that an error in the result is reported where its author wrote it.
//
// Non-goals: edits below the level of a declaration other than by `// ...`,
// and knowing what the code means: that is the compiler's.
package splice

import (
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tree"
)

// Edit is what one listing asks for.
type Edit struct {
	Block  tree.Text
	Pos    diag.Pos // of the block
	Drop   []string
	Whole  bool
	Module string // path prefix of the book's own packages
}

// Apply makes the edit. old is the file as it stands, empty for a new one.
// The result is gofmt'ed; it is empty if the edit deletes the file.
func Apply(old tree.Text, e Edit) (tree.Text, []Change, diag.List) {
	if e.Whole || old.Len() == 0 {
		return whole(old, e)
	}
	file, errs := parse(old)
	if errs != nil {
		return old, nil, errs
	}
	shown, errs := format(e.Block)
	if errs != nil {
		return old, nil, errs
	}
	block, errs := parse(shown)
	if errs != nil {
		return old, nil, errs
	}
	s := &splicer{file: file, block: block, edit: e}
	s.used = file.names()
	s.run()
	if s.errs != nil {
		return old, nil, s.errs
	}
	out, errs := format(s.file.join())
	if errs != nil {
		return old, nil, errs
	}
	return out, s.changes, nil
}

// whole takes the block as the file.
func whole(old tree.Text, e Edit) (tree.Text, []Change, diag.List) {
	var errs diag.List
	if len(e.Drop) > 0 {
		errs.Addf(e.Pos, "nothing to drop: the block is the whole file")
		return tree.Text{}, nil, errs
	}
	if blank(e.Block.Lines) {
		if !e.Whole {
			errs.Addf(e.Pos, "an empty listing")
		}
		return tree.Text{}, nil, errs
	}
	block, errs := parse(e.Block)
	if errs != nil {
		return tree.Text{}, nil, errs
	}
	if !block.clause {
		errs.Addf(e.Pos, "the first block of a file has its package clause")
	}
	for i, line := range e.Block.Lines {
		if IsElision(line) {
			errs.Addf(e.Block.From[i], "`// ...` has nothing to stand for: the block is the whole file")
		}
	}
	out, more := format(e.Block)
	errs = append(errs, more...)
	before, bad := parse(old)
	if bad != nil {
		before = &source{}
	}
	return out, compare(before, block), errs
}

func blank(lines []string) bool {
	return !slices.ContainsFunc(lines, func(l string) bool {
		return strings.TrimSpace(l) != ""
	})
}

type splicer struct {
	file, block *source
	edit        Edit
	used        map[string]bool // package names used before the edit
	changes     []Change
	errs        diag.List
	last        *item // where the declaration before stands in the file
}

func (s *splicer) run() {
	for _, name := range s.edit.Drop {
		s.drop(name)
	}
	if s.block.clause {
		s.head()
	}
	for _, it := range s.block.items {
		switch it.kind {
		case isImport:
			s.imports(it)
		case isDecl, isComment:
			s.put(it)
		}
	}
	s.pruneImports()
}

// head replaces the package clause and what stands above it.
func (s *splicer) head() {
	old, now := s.file.items[0].lines, s.block.items[0].lines
	s.changes = append(s.changes, change(Head, old, now))
	s.file.items[0].lines = now
}

// put replaces the file's declaration of it's name, or adds it.
func (s *splicer) put(it *item) {
	found := s.file.find(it)
	switch {
	case len(found) > 1:
		s.errs.Addf(it.pos(), "%s: its names stand in several declarations of the file (%s, %s)",
			it.name, found[0].name, found[1].name)
	case len(found) == 0:
		s.add(it)
	case it.single() && found[0].grouped():
		s.putSpec(it, found[0])
	default:
		s.replace(found[0], it)
	}
}

func (s *splicer) add(it *item) {
	for i, line := range it.lines.Lines {
		if IsElision(line) && it.kind == isComment {
			s.errs.Addf(it.lines.From[i], "`// ...` outside of a declaration: what a block does not show stays anyway")
			return
		}
		if IsElision(line) {
			s.errs.Addf(it.lines.From[i], "`// ...` in %s has nothing to stand for: the file has no %s yet",
				it.name, it.name)
			return
		}
	}
	at := len(s.file.items)
	if s.last != nil {
		at = slices.Index(s.file.items, s.last) + 1
	}
	c := Change{Name: it.name, Verb: Added}
	if at > 0 {
		c.After = s.file.items[at-1].name
	}
	added := *it
	if s.last == nil || it.gap > 0 {
		added.gap = 1 // what follows closely in the block does so in the file
	}
	s.file.items = slices.Insert(s.file.items, at, &added)
	s.last = &added
	s.changes = append(s.changes, c)
}

// replace puts it where old stands. The old doc comment stays if the new
// declaration has none.
func (s *splicer) replace(old, it *item) {
	s.last = old
	body, err := fill(it, old)
	if err != nil {
		s.errs.Add(err)
		return
	}
	doc := it.docLines()
	if doc.Len() == 0 {
		doc = old.docLines()
	}
	var lines tree.Text
	lines.Append(doc)
	lines.Append(body)
	s.changes = append(s.changes, change(it.name, old.lines, lines))
	old.lines, old.doc, old.keys, old.name = lines, doc.Len(), it.keys, it.name
	old.specs = nil
}

// drop takes a declaration out of the file, or one name out of a group.
func (s *splicer) drop(name string) {
	for i, it := range s.file.items {
		if it.kind != isDecl || !slices.Contains(it.keys, name) {
			continue
		}
		c := Change{Name: it.tok.String() + " " + name, Verb: Dropped}
		switch {
		case len(it.keys) == 1:
			s.file.items = slices.Delete(s.file.items, i, i+1)
		case !it.dropSpec(name):
			s.errs.Addf(s.edit.Pos, "drop=%s: it is declared together with others; show the declaration without it", name)
			return
		}
		s.changes = append(s.changes, c)
		return
	}
	s.errs.Addf(s.edit.Pos, "drop=%s: the file has no such declaration%s", name, s.file.suggest(name))
}
