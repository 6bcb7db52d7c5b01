package weave

import (
	"fmt"
	"go/token"
	"path"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/semantic"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// names knows what the names in the listings mean, and where on the pages
// they are defined. Nil knows nothing.
type names struct {
	sem     *semantic.Checker
	outs    map[string]string             // pages, by chapter file
	files   map[*tree.File]*semantic.File // as listings left them
	trees   map[*tree.File]tree.Tree      // that they stand in
	targets map[definition]target
	taken   map[string]int // how often a page defines a name
	data    map[string]*pageNames
	index   index
	first   map[string]bool // the names, qualified, that in has
	in      map[*chapter.Block][]defined

	byEnding map[string][]string // the names of the index, by their last words
}

// defined is a name that a listing is the first to define, for good.
type defined struct {
	*semantic.Symbol
	id string // its anchor
}

// definition is a name, qualified, and the line of the book that makes it.
type definition struct {
	diag.Pos
	name string
}

// target is where a definition is on the pages.
type target struct {
	page string
	id   string         // the anchor: the name's own, or else its block's
	key  string         // of the page's data
	in   *chapter.Block // what shows it
}

// own reports whether the anchor is the name itself.
func (t target) own() bool { return t.id == t.key }

// listed is a listing that is being looked at.
type listed struct {
	sec   *tangle.Section
	block *chapter.Block
	id    string // the block's
	*tangle.Placement
	file  *semantic.File
	lines []int // the file's lines that the block shows
	old   map[string]*semantic.Declared
}

// Named lets the names in the code lead to where they are defined, as sem
// understands it.
func Named(sem *semantic.Checker) Option {
	return func(w *weaver) { w.names = newNames(sem, w.program, w.Outs()) }
}

// newNames looks at all listings of the program in their order. outs has
// the pages by their chapters.
func newNames(sem *semantic.Checker, p *tangle.Program, outs map[string]string) *names {
	n := &names{
		sem: sem, outs: outs, files: map[*tree.File]*semantic.File{},
		trees:   map[*tree.File]tree.Tree{},
		targets: map[definition]target{}, taken: map[string]int{},
		data: map[string]*pageNames{}, index: index{},
		first: map[string]bool{}, in: map[*chapter.Block][]defined{},
	}
	all := n.listings(p)
	var files []*tree.File
	for _, l := range all {
		if l.After != nil {
			files = append(files, l.After)
		}
	}
	sem.Want(files)
	for _, l := range all {
		n.look(l)
	}
	return n
}

// understood frees the packages: what they mean is known.
func (n *names) understood() {
	if n != nil {
		n.sem = nil
	}
}

// listings returns the listings that edit a Go file.
func (n *names) listings(p *tangle.Program) []*listed {
	var all []*listed
	for _, c := range p.Chapters {
		if n.outs[c.File] == "" {
			continue
		}
		for _, s := range c.Sections {
			for i, b := range s.Blocks {
				if pl := s.Placed[b]; pl != nil && path.Ext(pl.Path) == ".go" {
					all = append(all, &listed{sec: s, block: b, id: s.BlockID(i), Placement: pl})
				}
			}
		}
	}
	return all
}

// look notes what a listing defines, what it drops, and what it uses.
func (n *names) look(l *listed) {
	l.old = map[string]*semantic.Declared{}
	if before := n.files[l.Before]; before != nil {
		l.file = before
		for _, d := range before.Decls {
			l.old[d.Name] = d
		}
	}
	if l.After == nil {
		n.dropped(l)
		return
	}
	l.file = n.sem.File(l.Tree, l.Path)
	if l.file == nil {
		return
	}
	n.files[l.After], n.trees[l.After] = l.file, l.Tree
	l.lines = numbers(l.block, l.Placement)
	for _, d := range l.file.Decls {
		n.declared(l, d)
		delete(l.old, d.Name)
	}
	n.dropped(l)
	n.used(l)
}

// declared notes where a name is declared as of a listing. One that the
// listing shows again as it was stays where it is.
func (n *names) declared(l *listed, d *semantic.Declared) {
	def := definition{l.After.Text.From[d.Line-1], semantic.Qualified(l.file.Pkg, d.Name)}
	if !within(l.block, def.Pos) {
		return
	}
	if was := l.old[d.Name]; was != nil && string(was.Text) == string(d.Text) {
		from := definition{l.Before.Text.From[was.Line-1], def.name}
		if to, ok := n.targets[from]; ok {
			n.targets[def] = to
			return
		}
	}
	to := target{page: n.outs[l.block.File], id: l.id, key: def.name, in: l.block}
	n.taken[to.page+"#"+def.name]++
	if i := n.taken[to.page+"#"+def.name]; i > 1 {
		to.key = fmt.Sprintf("%s.%d", def.name, i)
	}
	if slices.Contains(l.lines, d.Line) {
		to.id = to.key
	}
	n.targets[def] = to
	if s := symbolOf(l.file, d); s != nil && !isTest(d.Name, l.Path) {
		n.page(to.page).know(to.key, s)
		n.index.declared(l, s, to)
		if !n.first[def.name] && l.block.Edits() {
			n.first[def.name] = true
			n.in[l.block] = append(n.in[l.block], defined{s, to.id})
		}
	}
}

// within reports whether a line of a tree comes from a block.
func within(b *chapter.Block, pos diag.Pos) bool {
	return pos.File == b.File && pos.Line >= b.Line && pos.Line < b.LineAt(len(b.Lines))
}

// symbolOf returns what a declaration declares.
func symbolOf(f *semantic.File, d *semantic.Declared) *semantic.Symbol {
	for _, m := range f.Line(d.Line) {
		if m.Decl == d.Name && m.Symbol != nil && m.Symbol.Name == d.Name {
			return m.Symbol
		}
	}
	return nil
}

// dropped notes which names a listing takes out of a file.
func (n *names) dropped(l *listed) {
	for name := range l.old {
		n.index.dropped(l, semantic.Qualified(l.file.Pkg, name), n.outs[l.block.File])
	}
}

// used notes which names the new lines of a listing use.
func (n *names) used(l *listed) {
	states := states(l.block, l.Placement)
	for i, line := range l.lines {
		if states[i] != fresh {
			continue
		}
		for _, m := range l.file.Line(line) {
			if m.Symbol != nil && m.Symbol.Path != "" && m.Decl == "" {
				n.index.used(l, m.Symbol, n.outs[l.block.File])
			}
		}
	}
}

// target returns where a name is defined as it stands in a tree.
func (n *names) target(t tree.Tree, s *semantic.Symbol) (target, bool) {
	f := t.Get(s.Path)
	if f == nil || s.Line > f.Text.Len() {
		return target{}, false
	}
	to, ok := n.targets[definition{f.Text.From[s.Line-1], s.Qualified()}]
	return to, ok
}

// exported reports whether other packages can use a name: Seq.Map, but not
// seqB.Map.
func exported(name string) bool {
	for part := range strings.SplitSeq(name, ".") {
		if !token.IsExported(part) {
			return false
		}
	}
	return true
}
