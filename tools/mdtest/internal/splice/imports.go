package splice

import (
	"go/ast"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"byhand/tools/mdtest/internal/tree"
)

// importLine is one import of a file or block.
type importLine struct {
	path string
	name string // as the code calls it: given, or guessed from the path
	text string // the spec as it is written, with its comment
	bare bool   // _ or ., or "C": never unused
}

// names returns the names that the file uses as `name.Something`.
func (s *source) names() map[string]bool {
	used := map[string]bool{}
	ast.Inspect(s.ast, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				used[id.Name] = true
			}
		}
		return true
	})
	return used
}

// imports merges the block's imports into the file's.
func (s *splicer) imports(block *item) {
	have := s.file.imported()
	s.changes = append(s.changes, importChange(have, block))
	for i, imp := range importLines(block) {
		if !have[imp.text] {
			s.addImport(imp, block.lines.Slice(block.specs[i].from, block.specs[i].to))
		}
	}
}

// addImport puts the import into the first import declaration, in the
// group of its kind.
func (s *splicer) addImport(imp importLine, from tree.Text) {
	line := "\t" + imp.text
	i := slices.IndexFunc(s.file.items, func(it *item) bool { return it.kind == isImport })
	if i < 0 {
		var t tree.Text
		t.Add("import "+imp.text, from.From[0])
		at := 0
		if s.file.clause {
			at = 1
		}
		s.file.items = slices.Insert(s.file.items, at, &item{
			kind: isImport, name: Imports, gap: 1, lines: t,
			specs: []spec{{from: 0, to: 1}},
		})
		return
	}
	it := s.file.items[i]
	it.parenthesise()
	at, gap := it.importSlot(imp, s.edit.Module)
	var t tree.Text
	t.Append(it.lines.Slice(0, at))
	if gap && at > it.doc+1 {
		t.Add("", from.From[0])
	}
	t.Add(line, from.From[0])
	if gap && at == it.doc+1 {
		t.Add("", from.From[0])
	}
	t.Append(it.lines.Slice(at, it.lines.Len()))
	it.lines = t
	it.respec()
}

// importSlot returns where a spec of this kind goes, and whether it has to
// open a group of its own: the standard library comes first.
func (it *item) importSlot(imp importLine, module string) (at int, gap bool) {
	std := isStd(imp.path, module)
	at = -1
	for i, old := range importLines(it) {
		if isStd(old.path, module) == std {
			at = it.specs[i].to
		}
	}
	switch {
	case at >= 0:
		return at, false
	case std:
		return it.doc + 1, true
	}
	return it.lines.Len() - 1, true
}

func isStd(p, module string) bool {
	first, _, _ := strings.Cut(p, "/")
	return !strings.Contains(first, ".") && first != module
}

// parenthesise turns `import "x"` into a group of one.
func (it *item) parenthesise() {
	if it.paren {
		return
	}
	var t tree.Text
	t.Append(it.docLines())
	body := it.body()
	from := body.From[0]
	t.Add("import (", from)
	t.Add("\t"+strings.TrimSpace(strings.TrimPrefix(body.Lines[0], "import")), from)
	t.Add(")", from)
	it.lines, it.paren = t, true
	it.respec()
}

// respec finds the specs of an import group again after an edit.
func (it *item) respec() {
	s, errs := parse(it.lines)
	if errs == nil && len(s.items) == 1 {
		it.specs, it.doc = s.items[0].specs, s.items[0].doc
	}
}

// pruneImports drops the imports that were used before the edit and are
// used no longer. Those that the block itself shows stay: if they are
// unused the compiler says so, at the block's line.
func (s *splicer) pruneImports() {
	joined, errs := parse(s.file.join())
	if errs != nil {
		s.errs = append(s.errs, errs...)
		return
	}
	now := joined.names()
	shown := map[string]bool{}
	for _, it := range s.block.items {
		if it.kind == isImport {
			for _, imp := range importLines(it) {
				shown[imp.path] = true
			}
		}
	}
	for _, it := range slices.Clone(s.file.items) {
		if it.kind == isImport {
			s.pruneItem(it, func(imp importLine) bool {
				return !imp.bare && !shown[imp.path] && s.used[imp.name] && !now[imp.name]
			})
		}
	}
}

func (s *splicer) pruneItem(it *item, unused func(importLine) bool) {
	lines := importLines(it)
	left := len(lines)
	for i := len(lines) - 1; i >= 0; i-- {
		if unused(lines[i]) {
			var t tree.Text
			t.Append(it.lines.Slice(0, it.specs[i].from))
			t.Append(it.lines.Slice(it.specs[i].to, it.lines.Len()))
			it.lines = t
			left--
		}
	}
	if left == 0 && len(lines) > 0 {
		i := slices.Index(s.file.items, it)
		s.file.items = slices.Delete(s.file.items, i, i+1)
	}
}

// importLines reads the specs of an import declaration, in order.
func importLines(it *item) []importLine {
	var out []importLine
	for _, sp := range it.specs {
		text := strings.TrimSpace(it.lines.Slice(sp.from, sp.to).String())
		text = strings.TrimSpace(strings.TrimPrefix(text, "import "))
		fields := strings.Fields(text)
		imp := importLine{text: text}
		for i, f := range fields {
			if p, err := strconv.Unquote(f); err == nil {
				imp.path = p
				imp.name = guessName(p)
				if i > 0 {
					imp.name = fields[i-1]
				}
				break
			}
		}
		imp.bare = imp.name == "_" || imp.name == "." || imp.path == "C"
		out = append(out, imp)
	}
	return out
}

// guessName returns the name that a package of this path usually has.
func guessName(p string) string {
	base := path.Base(p)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		if dir := path.Dir(p); dir != "." {
			base = path.Base(dir)
		}
	}
	base = strings.TrimPrefix(base, "go-")
	if i := strings.IndexFunc(base, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_'
	}); i > 0 {
		base = base[:i]
	}
	return base
}
