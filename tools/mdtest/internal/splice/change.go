package splice

import (
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tree"
)

// Change is what an edit did to one declaration, for the page to tell.
type Change struct {
	Name  string
	Verb  Verb
	After string     // of an added one: the declaration that it follows
	Lines int        // of a replaced one: how many of its lines are new
	Gone  int        // … and how many of its old ones are gone
	Specs []string   // of the imports: those that are new
	Kept  []diag.Pos // which of its lines it had before, by where they stand now
}

// Verb is what happened to a declaration.
type Verb string

// What can happen to a declaration.
const (
	Added    Verb = "added"
	Replaced Verb = "replaced"
	Dropped  Verb = "dropped"
	Kept     Verb = "kept"
)

// The names of the parts of a file that are no declarations.
const (
	Head    = "the package clause"
	Imports = "the imports"
)

// change compares a part of a file with what stands there after the edit.
func change(name string, old, now tree.Text) Change {
	c := Change{Name: name, Verb: Replaced}
	for i, kept := range Common(old.Lines, now.Lines) {
		if kept {
			c.Kept = append(c.Kept, now.From[i])
		} else {
			c.Lines++
		}
	}
	c.Gone = old.Len() - len(c.Kept)
	if c.Lines == 0 && c.Gone == 0 {
		c.Verb = Kept
	}
	return c
}

// importChange compares import declarations spec by spec.
func importChange(have map[string]bool, block *item) Change {
	c := Change{Name: Imports, Verb: Replaced}
	specs := map[int]bool{}
	for i, imp := range importLines(block) {
		for at := block.specs[i].from; at < block.specs[i].to; at++ {
			specs[at] = have[imp.text]
			if !have[imp.text] {
				c.Lines++
			}
		}
		if !have[imp.text] {
			c.Specs = append(c.Specs, imp.text)
		}
	}
	for i, pos := range block.lines.From {
		if kept, isSpec := specs[i]; kept || !isSpec && len(have) > 0 {
			c.Kept = append(c.Kept, pos)
		}
	}
	if c.Lines == 0 {
		c.Verb = Kept
	}
	return c
}

// imported returns the specs that the file imports.
func (s *source) imported() map[string]bool {
	have := map[string]bool{}
	for _, it := range s.items {
		if it.kind == isImport {
			for _, imp := range importLines(it) {
				have[imp.text] = true
			}
		}
	}
	return have
}

// compare tells what became of old when block took its place as a whole.
func compare(old, block *source) []Change {
	var changes []Change
	for _, it := range block.items {
		found := old.find(it)
		switch {
		case it.kind == isHead && old.clause:
			changes = append(changes, change(Head, old.items[0].lines, it.lines))
		case it.kind == isImport:
			changes = append(changes, importChange(old.imported(), it))
		case len(found) == 1:
			changes = append(changes, change(it.name, found[0].lines, it.lines))
		case it.kind == isDecl:
			changes = append(changes, Change{Name: it.name, Verb: Added})
		}
	}
	for _, it := range old.decls() {
		if len(block.find(it)) == 0 {
			changes = append(changes, Change{Name: it.name, Verb: Dropped})
		}
	}
	return changes
}
