package weave

import (
	"go/scanner"
	"go/token"
	"strings"
)

// highlight returns the lines of Go source as HTML. It needs no more than
// tokens: a block is seldom a whole file.
func highlight(src string) []string {
	if src == "" {
		return nil
	}
	var out strings.Builder
	var s scanner.Scanner
	fset := token.NewFileSet()
	file := fset.AddFile("", fset.Base(), len(src))
	s.Init(file, []byte(src), nil, scanner.ScanComments)
	pos := 0
	var d declarations
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
		at := file.Offset(p)
		end := min(at+len(text), len(src))
		if at < pos || src[at:end] != text {
			continue // not as it is written; shown as plain text
		}
		out.WriteString(escape(src[pos:at]))
		out.WriteString(span(d.class(tok, at == 0 || src[at-1] == '\n'), text))
		pos = end
	}
	out.WriteString(escape(src[pos:]))
	return strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
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
