package weave

import (
	"html"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/semantic"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// linker writes the names of one source as links.
type linker struct {
	*names
	tree tree.Tree
	file *tree.File
	page string // that it is written for; links to it are anchors alone
	up   string // leads from the page's folder to the site's

	// Of a listing, which has anchors and data:
	block  *chapter.Block
	locals locals
}

// listing returns how the names in a listing of a page are written.
func (n *names) listing(page string, b *chapter.Block, id string, pl *tangle.Placement, lines []int) naming {
	if n == nil || pl == nil || n.files[pl.After] == nil {
		return naming{}
	}
	k := &linker{names: n, tree: pl.Tree, file: pl.After, page: page, block: b, locals: locals{}}
	n.page(page).locals[id] = k.locals
	f := n.files[pl.After]
	return naming{write: k.write, marks: func(i int) []semantic.Mark {
		if i >= len(lines) {
			return nil
		}
		return f.Line(lines[i])
	}}
}

// whole returns the linker of a file as a listing left it, for a page in a
// folder from which up leads to the site's, or nil if nothing is known of it.
func (n *names) whole(file *tree.File, up string) *linker {
	if n == nil || n.files[file] == nil {
		return nil
	}
	return &linker{names: n, tree: n.trees[file], file: file, up: up}
}

// naming returns how the names on line i of the file are written, from 0.
func (k *linker) naming(i int) naming {
	if k == nil {
		return naming{}
	}
	f := k.files[k.file]
	return naming{write: k.write, marks: func(at int) []semantic.Mark { return f.Line(i + at + 1) }}
}

// leads returns all that naming may write on line i: equal lines that lead
// to the same are the same HTML.
func (k *linker) leads(i int) string {
	if k == nil {
		return ""
	}
	var b strings.Builder
	for _, m := range k.files[k.file].Line(i + 1) {
		if to, ok := k.meant(m); ok {
			b.WriteString("\x00" + to.page + "#" + to.id + "\x00" + to.key)
		} else if m.Symbol != nil {
			b.WriteString("\x00" + m.Symbol.Pkg + "." + m.Symbol.Name)
		}
	}
	return b.String()
}

// meant returns where what a mark declares or uses is defined.
func (k *linker) meant(m semantic.Mark) (target, bool) {
	if m.Decl != "" {
		name := semantic.Qualified(k.files[k.file].Pkg, m.Decl)
		to, ok := k.targets[definition{k.file.Text.From[m.Line-1], name}]
		return to, ok
	}
	if m.Symbol == nil || m.Symbol.Path == "" {
		return target{}, false
	}
	return k.target(k.tree, m.Symbol)
}

// write returns a name as HTML.
func (k *linker) write(text, class string, m semantic.Mark) string {
	s := m.Symbol
	switch {
	case m.Decl != "":
		return k.declaration(text, class, m)
	case s == nil:
	case s.Kind == semantic.Local:
		if k.block != nil && s.Text != "" {
			k.locals.add(text, s)
			return "<var>" + text + "</var>"
		}
	case s.Path != "":
		if to, ok := k.meant(m); ok {
			k.names.page(to.page).know(to.key, s)
			return k.link(text, class, to, "")
		}
	default:
		return k.outside(text, s)
	}
	return span(class, text)
}

// link leads to a definition.
func (k *linker) link(text, class string, to target, id string) string {
	href, key := "#"+to.id, ""
	if to.page != k.page {
		href = k.up + to.page + href
	}
	if !to.own() {
		key = to.key
	}
	return anchor(text, "class", class, "id", id, "href", href, "data-n", key)
}

// declaration is an anchor where the listing defines the name, and leads
// to the definition elsewhere.
func (k *linker) declaration(text, class string, m semantic.Mark) string {
	to, ok := k.meant(m)
	switch {
	case !ok || isTest(text, k.file.Path):
		return span(class, text)
	case k.block == nil || to.in != k.block || !to.own():
		return k.link(text, class, to, "")
	case m.Symbol != nil && m.Symbol.Name != m.Decl: // an embedded field
		return k.embedded(text, to.id, m.Symbol)
	}
	if name := semantic.Qualified(k.files[k.file].Pkg, m.Decl); k.index[name] != nil {
		return k.link(text, class, target{page: links.Names, id: name, key: name}, to.id)
	}
	return anchor(text, "class", class, "id", to.id)
}

// embedded leads to the type of the field that it is the anchor of.
func (k *linker) embedded(text, id string, s *semantic.Symbol) string {
	if s.Path != "" {
		if to, ok := k.target(k.tree, s); ok {
			return k.link(text, "", to, id)
		}
	}
	return anchor(text, "id", id)
}

// isTest reports whether a name of a file is for the go command to call.
func isTest(name, path string) bool {
	if !strings.HasSuffix(path, "_test.go") {
		return false
	}
	for _, prefix := range []string{"Test", "Benchmark", "Example", "Fuzz"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// outside leads to the documentation of other modules and of Go itself.
func (k *linker) outside(text string, s *semantic.Symbol) string {
	key := s.Pkg + "#" + s.Name
	if s.Kind == semantic.Builtin && s.Pkg == "" {
		key = "builtin" + key
	}
	k.names.page(outsidePage).know(key, s)
	return anchor(text, "href", docSite+key)
}

// docSite documents whatever is not the book's.
const docSite = "https://pkg.go.dev/"

// anchor returns an element a with those of the attributes, each a name and
// a value, that have one: without quotes where HTML needs none, for there
// are many.
func anchor(text string, attrs ...string) string {
	var b strings.Builder
	b.WriteString("<a")
	for i := 0; i < len(attrs); i += 2 {
		name, value := attrs[i], attrs[i+1]
		switch {
		case value == "":
		case strings.ContainsAny(value, " \t\n\"'=<>`&"):
			b.WriteString(" " + name + `="` + html.EscapeString(value) + `"`)
		default:
			b.WriteString(" " + name + "=" + value)
		}
	}
	b.WriteString(">" + text + "</a>")
	return b.String()
}
