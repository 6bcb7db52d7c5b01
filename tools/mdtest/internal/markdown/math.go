package markdown

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Formula is a formula in TeX: $…$ in a line of prose, or $$…$$ on lines of
// its own. A fence of the language math is a Fence.
type Formula struct {
	Line    int // that TeX begins on
	TeX     string
	Display bool
	Closed  bool
}

// formulas reads formulas by the rules of GitHub, so that dollars in prose
// stay dollars.
type formulas struct{}

func (formulas) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithInlineParsers(util.Prioritized(inlineMath{}, 150)),
		parser.WithBlockParsers(util.Prioritized(blockMath{}, 650)))
}

var (
	kindInlineMath = ast.NewNodeKind("InlineMath")
	kindBlockMath  = ast.NewNodeKind("BlockMath")
)

type inlineFormula struct {
	ast.BaseInline
	tex     string
	display bool
}

func (n *inlineFormula) Kind() ast.NodeKind         { return kindInlineMath }
func (n *inlineFormula) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

type inlineMath struct{}

func (inlineMath) Trigger() []byte { return []byte{'$'} }

// Parse reads $…$ and $$…$$ within a line. A dollar opens a formula if no
// word stands before it and no space after it, and closes it if no space
// stands before it and no word after it. No code span stands in a formula,
// and "$5, or in US$" is money.
func (inlineMath) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	mark := "$"
	if bytes.HasPrefix(line, []byte("$$")) {
		mark = "$$"
	}
	before := block.PrecendingCharacter()
	rest := string(line[len(mark):])
	if isWord(before) || before == '$' || rest == "" || strings.HasPrefix(rest, "$") || unicode.IsSpace(firstRune(rest)) {
		return nil
	}
	end := closing(rest, mark)
	if end < 0 || money.MatchString(rest[:end]) {
		return nil
	}
	n := &inlineFormula{tex: rest[:end], display: mark == "$$"}
	n.SetPos(seg.Start + len(mark))
	block.Advance(len(mark) + end + len(mark))
	return n
}

var money = regexp.MustCompile(`^[0-9][^\\]*\s[A-Za-z]{2}`)

// closing returns where the formula that s begins with ends, or -1.
func closing(s, mark string) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '`':
			return -1
		case s[i] == '\\':
			i++
		case s[i] == '$':
			last, _ := utf8.DecodeLastRuneInString(s[:i])
			after := firstRune(s[min(i+len(mark), len(s)):])
			if i == 0 || !strings.HasPrefix(s[i:], mark) || unicode.IsSpace(last) || isWord(after) || after == '$' {
				return -1
			}
			return i
		}
	}
	return -1
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

type blockFormula struct {
	ast.BaseBlock
	closed bool
}

func (n *blockFormula) Kind() ast.NodeKind         { return kindBlockMath }
func (n *blockFormula) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }
func (n *blockFormula) IsRaw() bool                { return true }

type blockMath struct{}

func (blockMath) Trigger() []byte { return []byte{'$'} }

// Open reads a line that begins with $$ and has nothing after the $$ that
// closes it, if one does.
func (blockMath) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := r.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || !bytes.HasPrefix(line[at:], []byte("$$")) {
		return nil, parser.NoChildren
	}
	rest := bytes.TrimRight(line[at+2:], " \t\n")
	if i := bytes.Index(rest, []byte("$$")); i >= 0 && i+2 < len(rest) || bytes.HasPrefix(rest, []byte("$")) {
		return nil, parser.NoChildren
	}
	n := &blockFormula{}
	n.SetPos(seg.Start + at + 2)
	n.take(text.NewSegment(seg.Start+at+2, seg.Stop), r.Source())
	r.AdvanceToEOL()
	return n, parser.NoChildren
}

// take adds a line, less the $$ that closes the formula.
func (n *blockFormula) take(seg text.Segment, src []byte) {
	line := bytes.TrimRight(seg.Value(src), " \t\n")
	if bytes.HasSuffix(line, []byte("$$")) {
		n.closed = true
		seg = seg.WithStop(seg.Start + len(line) - 2)
	}
	n.Lines().Append(seg)
}

func (blockMath) Continue(node ast.Node, r text.Reader, _ parser.Context) parser.State {
	n := node.(*blockFormula)
	line, seg := r.PeekLine()
	if n.closed || util.IsBlank(line) {
		return parser.Close
	}
	n.take(seg, r.Source())
	r.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (blockMath) Close(ast.Node, text.Reader, parser.Context) {}
func (blockMath) CanInterruptParagraph() bool                 { return true }
func (blockMath) CanAcceptIndentedLine() bool                 { return false }

// formula returns what a node of either kind says.
func (d *Doc) formula(node ast.Node) (Formula, bool) {
	switch n := node.(type) {
	case *inlineFormula:
		return Formula{d.Line(n.Pos()), n.tex, n.display, true}, true
	case *blockFormula:
		return Formula{d.Line(n.Pos()), string(n.Lines().Value(d.Source)), true, n.closed}, true
	}
	return Formula{}, false
}

// math renders a formula. Without a hook it stands there in TeX.
func (p *page) math(w util.BufWriter, _ []byte, n ast.Node, in bool) (ast.WalkStatus, error) {
	if f, _ := p.doc.formula(n); in && p.hooks.Math != nil {
		w.WriteString(p.hooks.Math(f))
	} else if in {
		w.WriteString("<code>" + html.EscapeString(f.TeX) + "</code>")
	}
	if !in && n.Kind() == kindBlockMath {
		w.WriteByte('\n')
	}
	return ast.WalkSkipChildren, nil
}
