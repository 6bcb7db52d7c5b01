package splice

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tree"
)

// source is a Go file, or a block of one, cut into items. The items' lines
// and the gaps between them are the whole text.
type source struct {
	text   tree.Text
	items  []*item
	clause bool // begins with a package clause
	ast    *ast.File
	fset   *token.FileSet
}

type kind int

const (
	isHead    kind = iota // the package clause and what stands above it
	isImport              // an import declaration
	isDecl                // any other declaration
	isComment             // a comment that belongs to no declaration
)

// item is one declaration with its doc comment, or a free comment.
type item struct {
	kind  kind
	name  string   // for people: func Insert, type Map, const block
	keys  []string // what it declares: Insert, Map.Get
	lines tree.Text
	gap   int // blank lines above
	doc   int // how many of the lines are the doc comment
	specs []spec
	paren bool // a group: const ( … )
	tok   token.Token
}

// spec is one line or run of lines inside a group, counted in the item.
type spec struct {
	keys     []string
	from, to int
}

func (it *item) pos() diag.Pos { return it.lines.From[0] }

func (it *item) docLines() tree.Text { return it.lines.Slice(0, it.doc) }

func (it *item) body() tree.Text { return it.lines.Slice(it.doc, it.lines.Len()) }

// single reports whether the item is one const, var or type outside of a
// group; grouped whether it is a group.
func (it *item) single() bool { return len(it.specs) == 1 && !it.paren }

func (it *item) grouped() bool { return it.paren }

// placeholder makes a file of a block. It has a line of its own, so that
// the block's first comment is not taken for one about the clause.
const placeholder = "package p\n"

// parse reads a file, or a block without a package clause.
func parse(t tree.Text) (*source, diag.List) {
	s := &source{text: t, fset: token.NewFileSet()}
	src := t.String()
	s.clause = hasClause(src)
	if !s.clause {
		src = placeholder + src
	}
	f, err := parser.ParseFile(s.fset, "", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, syntaxErrors(err, t, s.shift())
	}
	s.ast = f
	s.cut()
	return s, nil
}

// hasClause reports whether the first thing but comments is `package`.
func hasClause(src string) bool {
	var sc scanner.Scanner
	fset := token.NewFileSet()
	sc.Init(fset.AddFile("", fset.Base(), len(src)), []byte(src), nil, 0)
	_, tok, _ := sc.Scan()
	return tok == token.PACKAGE
}

// shift is how many lines stand above the text in what was parsed.
func (s *source) shift() int {
	if s.clause {
		return 0
	}
	return 1
}

func syntaxErrors(err error, t tree.Text, shift int) diag.List {
	var out diag.List
	list, ok := err.(scanner.ErrorList)
	if !ok {
		out.Addf(t.From[0], "not Go: %v", err)
		return out
	}
	for _, e := range list {
		line := min(max(e.Pos.Line-shift, 1), t.Len())
		out.Addf(t.From[line-1], "not Go: %s", e.Msg)
	}
	return out
}

// cut makes the items. Lines are counted from 0 here.
func (s *source) cut() {
	if s.clause {
		end := s.line(s.ast.Name.End())
		s.items = append(s.items, &item{
			kind: isHead, name: Head, lines: s.text.Slice(0, end+1),
		})
	}
	for _, d := range s.ast.Decls {
		s.items = append(s.items, s.declItem(d))
	}
	s.freeComments()
	slices.SortStableFunc(s.items, func(a, b *item) int {
		return cmp.Compare(a.gap, b.gap)
	})
	// gap has held the first line; make it the distance now.
	end := 0
	for _, it := range s.items {
		first := it.gap
		it.gap = first - end
		end = first + it.lines.Len()
	}
}

// line returns the line of p, from 0, whatever a //line comment says.
func (s *source) line(p token.Pos) int {
	return s.fset.PositionFor(p, false).Line - 1 - s.shift()
}

func (s *source) declItem(d ast.Decl) *item {
	start, end := s.line(d.Pos()), s.line(d.End())
	it := &item{kind: isDecl, gap: start}
	if doc := docOf(d); doc != nil && s.line(doc.Pos()) < start {
		it.gap = s.line(doc.Pos())
		it.doc = start - it.gap
	}
	it.lines = s.text.Slice(it.gap, end+1)
	switch d := d.(type) {
	case *ast.FuncDecl:
		key := funcKey(d)
		it.name, it.keys, it.tok = "func "+key, []string{key}, token.FUNC
	case *ast.GenDecl:
		s.genItem(it, d)
	}
	return it
}

func (s *source) genItem(it *item, d *ast.GenDecl) {
	it.tok = d.Tok
	if d.Tok == token.IMPORT {
		it.kind, it.name = isImport, Imports
	}
	it.paren = d.Lparen.IsValid()
	for _, sp := range d.Specs {
		keys, doc := specKeys(sp)
		from, to := s.line(sp.Pos()), s.line(sp.End())
		if doc != nil {
			from = s.line(doc.Pos())
		}
		it.specs = append(it.specs, spec{keys, from - it.gap, to + 1 - it.gap})
		it.keys = append(it.keys, keys...)
	}
	if it.kind == isDecl {
		name := "block"
		if len(it.keys) > 0 {
			name = it.keys[0]
		}
		it.name = fmt.Sprintf("%s %s", d.Tok, name)
		s.blankKeys(it)
	}
}

// blankKeys names `var _ T = …` and `const ()` by their text: two of them
// are two things.
func (s *source) blankKeys(it *item) {
	text := strings.Join(strings.Fields(it.body().String()), " ")
	for i, k := range it.keys {
		if k == "_" {
			it.keys[i] = text
		}
	}
	if len(it.keys) == 0 {
		it.keys = []string{text}
	}
}

// freeComments makes items of the comments that no declaration holds.
func (s *source) freeComments() {
	for _, c := range s.ast.Comments {
		from, to := s.line(c.Pos()), s.line(c.End())
		held := slices.ContainsFunc(s.items, func(it *item) bool {
			first := it.gap
			return from >= first && from < first+it.lines.Len()
		})
		if held {
			continue
		}
		lines := s.text.Slice(from, to+1)
		s.items = append(s.items, &item{
			kind: isComment, name: "a comment", gap: from, lines: lines,
			keys: []string{"//" + strings.TrimSpace(lines.String())},
		})
	}
}

// join puts the items together again.
func (s *source) join() tree.Text {
	var t tree.Text
	for i, it := range s.items {
		for range it.gap {
			if i > 0 {
				t.Add("", it.pos())
			}
		}
		t.Append(it.lines)
	}
	return t
}

func (s *source) decls() []*item {
	var out []*item
	for _, it := range s.items {
		if it.kind == isDecl {
			out = append(out, it)
		}
	}
	return out
}

// find returns the items of s that declare any of it's names.
func (s *source) find(it *item) []*item {
	var out []*item
	for _, x := range s.items {
		if x.kind == it.kind && slices.ContainsFunc(it.keys, func(k string) bool {
			return slices.Contains(x.keys, k)
		}) {
			out = append(out, x)
		}
	}
	return out
}
