package weave

import (
	"go/scanner"
	"go/token"
	"strings"

	"byhand/tools/mdtest/internal/semantic"
)

// naming says what the names in a source mean, and how they are written.
// The zero value knows none.
type naming struct {
	marks func(line int) []semantic.Mark // of a line, from 0, in their order
	write func(text, class string, m semantic.Mark) string
}

// highlight returns the lines of Go source as HTML. It needs no more than
// tokens: a block is seldom a whole file.
func highlight(src string, n naming) []string {
	if src == "" {
		return nil
	}
	h := highlighter{naming: n, src: src, row: -1}
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(src))
	s.Init(file, []byte(src), nil, scanner.ScanComments)
	for {
		p, tok, lit := s.Scan()
		if tok == token.EOF {
			break
		}
		if tok == token.SEMICOLON && lit == "\n" {
			continue
		}
		text := lit
		if text == "" || tok == token.SEMICOLON {
			text = tok.String()
		}
		if at := file.Offset(p); at >= h.pos {
			h.token(file.Line(p)-1, at, tok, text)
		}
	}
	h.plain(len(src))
	return strings.Split(strings.TrimSuffix(h.out.String(), "\n"), "\n")
}

// highlighter writes tokens, and what stands between them.
type highlighter struct {
	naming
	declarations
	src  string
	out  strings.Builder
	pos  int             // what stands before it has been written
	row  int             // the line that left is of
	left []semantic.Mark // marks still to come
	held bool            // what stands at pos is the package of the next name
}

// plain writes what stands before an offset as it is.
func (h *highlighter) plain(to int) {
	h.out.WriteString(escape(h.src[h.pos:to]))
	h.pos = to
}

func (h *highlighter) token(row, at int, tok token.Token, text string) {
	end := min(at+len(text), len(h.src))
	if h.src[at:end] != text {
		return // not as it is written; shown as plain text
	}
	class := h.class(tok, at == 0 || h.src[at-1] == '\n')
	if h.held && tok == token.PERIOD && at > 0 && h.src[at-1] != '\n' {
		return
	}
	if !h.held || tok != token.IDENT || strings.ContainsAny(h.src[h.pos:at], " \t\n") {
		h.plain(at)
	}
	h.held = false
	m, known := semantic.Mark{}, false
	if tok == token.IDENT && h.marks != nil {
		m, known = h.mark(row, text)
	}
	switch text = h.src[h.pos:end]; {
	case known && m.Qualifier:
		h.held = true
		return
	case known:
		h.out.WriteString(h.write(text, class, m))
	default:
		h.out.WriteString(span(class, text))
	}
	h.pos = end
}

// mark finds what the next name on a line means. The line may be set in
// another way than it is in the file, but its names stand in one order.
func (h *highlighter) mark(row int, text string) (semantic.Mark, bool) {
	if row != h.row {
		h.row, h.left = row, h.marks(row)
	}
	for i, m := range h.left {
		if m.Name == text {
			h.left = h.left[i+1:]
			return m, true
		}
	}
	return semantic.Mark{}, false
}

// span marks each line of text on its own, so that lines can be cut apart.
// The most frequent classes have the shortest tags.
func span(class, text string) string {
	text = escape(text)
	if class == "" {
		return text
	}
	open, end := `<span class="`+class+`">`, "</span>"
	switch class {
	case "k":
		open, end = "<b>", "</b>"
	case "c":
		open, end = "<i>", "</i>"
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = open + l + end
		}
	}
	return strings.Join(lines, "\n")
}

// declarations follows the tokens to the names of top-level declarations.
type declarations struct {
	after token.Token // func, type, const or var, if its name is still to come
	depth int         // parentheses open since then: a receiver's
}

// class returns the class of a token: keyword, string, number, comment,
// declared name, or none. top says that it stands at the start of a line.
func (d *declarations) class(tok token.Token, top bool) string {
	switch {
	case tok == token.COMMENT:
		return "c"
	case tok == token.STRING || tok == token.CHAR:
		return "s"
	case tok == token.INT || tok == token.FLOAT || tok == token.IMAG:
		return "n"
	case tok.IsKeyword():
		d.after, d.depth = 0, 0
		if top && (tok == token.FUNC || tok == token.TYPE || tok == token.CONST || tok == token.VAR) {
			d.after = tok
		}
		return "k"
	case d.after == 0:
	case tok == token.LPAREN && d.after == token.FUNC:
		d.depth++
	case tok == token.RPAREN && d.depth > 0:
		d.depth--
	case d.depth > 0:
	case tok == token.IDENT:
		d.after = 0
		return "d"
	default:
		d.after = 0
	}
	return ""
}
