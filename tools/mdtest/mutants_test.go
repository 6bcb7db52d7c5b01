package main_test

import (
	"fmt"
	"go/scanner"
	"go/token"
	"regexp"
	"strconv"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
)

// class says what a mutant changes.
type class string

const (
	goToken   class = "Go"
	output    class = "output"
	rustToken class = "Rust"
	rustCode  class = "error code"
)

// mutant is a chapter with one token changed.
type mutant struct {
	sampled  bool // runs although not all do
	class    class
	block    *chapter.Block
	line     int    // of the chapter
	text     string // of that line, as it was
	old, new string // the token
	src      []byte // of the whole chapter, changed
}

func (m *mutant) String() string {
	return fmt.Sprintf("line %d, %s: %q for %q in %q", m.line, m.class, m.new, m.old, m.text)
}

// mutants lists the changes of one token that there are of a chapter, one
// for each token, in the order of the page.
func mutants(c *chapter.Chapter) []*mutant {
	e := &enumerator{src: c.Doc.Source}
	for _, b := range c.Blocks {
		e.block = b
		switch b.Kind {
		case chapter.Listing:
			e.goTokens()
		case chapter.Console:
			e.outputs()
		case chapter.Rust:
			e.codes()
			e.rustTokens()
		}
	}
	return e.out
}

type enumerator struct {
	src   []byte
	block *chapter.Block
	out   []*mutant

	names int    // of Go, so far
	last  string // the latest of them
}

// add adds the mutant that has another token at offset.
func (e *enumerator) add(cl class, line int, text string, offset int, old, by string) {
	src := append([]byte{}, e.src[:offset]...)
	src = append(src, by...)
	src = append(src, e.src[offset+len(old):]...)
	e.out = append(e.out, &mutant{
		sampled: true, class: cl, block: e.block, line: line, text: text, old: old, new: by, src: src,
	})
}

// inLine changes a token of content line i.
func (e *enumerator) inLine(cl class, i, col int, old, by string) {
	l := e.block.Lines[i]
	e.add(cl, e.block.LineAt(i), l.Text, l.Start+col, old, by)
}

// goTokens changes identifiers, literals and operators. Keywords and
// comments stay.
func (e *enumerator) goTokens() {
	src := []byte(e.block.Text())
	fset := token.NewFileSet()
	file := fset.AddFile("", fset.Base(), len(src))
	var sc scanner.Scanner
	sc.Init(file, src, nil, 0)
	for {
		pos, tok, lit := sc.Scan()
		if tok == token.EOF {
			return
		}
		if lit == "" {
			lit = tok.String()
		}
		at := fset.Position(pos)
		if by := e.otherGo(tok, lit); by != "" {
			e.inLine(goToken, at.Line-1, at.Column-1, lit, by)
			e.out[len(e.out)-1].sampled = tok != token.IDENT || e.names%everyName == 0
		}
	}
}

// opposites are the operators that stand in for others.
var opposites = map[string]string{
	"+": "-", "-": "+", "*": "&", "&": "*", "=": ":=", ":=": "=", "==": "!=",
	"!=": "==", "<": "<=", ">": ">=", "++": "--", "--": "++", "+=": "-=",
	"-=": "+=", "(": "[", ")": "]", "{": "(", "}": ")", "[": "{", "]": "}",
	",": ";", ".": ",", ":": ",", ";": ",", "&&": "||", "||": "&&",
	"true": "false", "false": "true",
}

// everyName is how many names there are to each that is sampled: most of
// their mutants do not compile, which is seen soon enough.
const everyName = 4

// otherGo returns what stands in for a token: another value of a literal,
// another operator, a name that there is not or, every other time, the name
// before; "" for none.
func (e *enumerator) otherGo(tok token.Token, lit string) string {
	switch {
	case opposites[lit] != "":
		return opposites[lit]
	case tok == token.IDENT:
		e.names++
		before := e.last
		e.last = lit
		if e.names/everyName%2 == 0 && before != lit && before != "" {
			return before
		}
		return lit + "X"
	case tok == token.INT:
		n, _ := strconv.Atoi(lit)
		return strconv.Itoa(n + 1)
	case tok == token.STRING:
		return lit[:len(lit)-1] + "X" + lit[len(lit)-1:]
	}
	return ""
}

// uncompared is what the notation says is never compared.
var uncompared = regexp.MustCompile(`^\(?\d+\.\d\ds\)$|^\d+\.\d+s$`)

var wordOf = regexp.MustCompile(`\S+`)

// outputs changes words of what the page says that commands print.
func (e *enumerator) outputs() {
	for _, cmd := range e.block.Commands() {
		for i := cmd.From; i < cmd.To; i++ {
			text := e.block.Lines[i].Text
			for _, at := range wordOf.FindAllStringIndex(text, -1) {
				if w := text[at[0]:at[1]]; !uncompared.MatchString(w) {
					e.inLine(output, i, at[0], w, w+"x")
				}
			}
		}
	}
}

// codes changes the error codes that rustc must give.
func (e *enumerator) codes() {
	b := e.block
	for _, code := range b.Codes {
		n, _ := strconv.Atoi(code[1:])
		other := fmt.Sprintf("E%04d", n+1)
		line := e.lineOf(b.Line)
		offset := strings.Index(string(e.src), line)
		e.add(rustCode, b.Line, line, offset+strings.Index(line, code), code, other)
	}
}

// lineOf returns a line of the chapter.
func (e *enumerator) lineOf(n int) string {
	return strings.Split(string(e.src), "\n")[n-1]
}

var (
	rustLexeme  = regexp.MustCompile(`"[^"]*"|\w+|[-+*/=&!<>]=?|[.,;:(){}\[\]]`)
	rustKeyword = regexp.MustCompile(`^(fn|let|mut)$`)
)

// rustTokens changes the tokens of a block of Rust.
func (e *enumerator) rustTokens() {
	for i, l := range e.block.Lines {
		for _, at := range rustLexeme.FindAllStringIndex(l.Text, -1) {
			lit := l.Text[at[0]:at[1]]
			if by := otherRust(lit); by != "" {
				e.inLine(rustToken, i, at[0], lit, by)
			}
		}
	}
}

func otherRust(lit string) string {
	switch {
	case rustKeyword.MatchString(lit):
		return ""
	case opposites[lit] != "":
		return opposites[lit]
	case lit[0] == '"':
		return lit[:len(lit)-1] + `X"`
	case lit[0] >= '0' && lit[0] <= '9':
		n, _ := strconv.Atoi(lit)
		return strconv.Itoa(n + 1)
	case len(lit) > 2:
		return lit + "X"
	}
	return ""
}
