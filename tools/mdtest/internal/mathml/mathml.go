// Package mathml turns formulas that are written in TeX, as Git hosts show
// them, into MathML, which browsers and e-readers draw themselves.
//
// It reads the part of TeX's mathematics that a book about programs has use
// for: letters, numbers, signs, scripts, fractions, roots, brackets that
// grow, accents, cases and matrices. What it does not know is an error, so
// that nothing is shown other than it was meant.
//
// Non-goals: macros, packages, colours, numbered equations, and all of TeX
// that sets text.
package mathml

import (
	"fmt"
	"html"
	"strings"
)

// Error says what can't be read in a formula, and where.
type Error struct {
	Offset int // in bytes
	Msg    string
}

func (e *Error) Error() string { return e.Msg }

// Render returns a formula as a math element: on a line of its own if
// display is set, else within a line. The source stands in it as an
// annotation. All errors are of type *Error.
func Render(tex string, display bool) (string, error) {
	p := &parser{tokens: lex(tex)}
	inner, err := p.row()
	switch t := p.peek(); {
	case err != nil:
		return "", err
	case t.kind != eof:
		return "", failed(t, `\%s closes nothing`, t.text)
	case inner == "":
		return "", &Error{0, "an empty formula"}
	}
	block := ""
	if display {
		block = ` display="block"`
	}
	return fmt.Sprintf(`<math%s><semantics><mrow>%s</mrow><annotation encoding="application/x-tex">%s</annotation></semantics></math>`,
		block, inner, html.EscapeString(strings.Join(strings.Fields(tex), " "))), nil
}

// element returns an element around a token's text.
func element(name, text string) string {
	return "<" + name + ">" + html.EscapeString(text) + "</" + name + ">"
}

// row groups what stands together.
func row(inner string) string { return "<mrow>" + inner + "</mrow>" }
