package mathml

import (
	"fmt"
	"html"
	"slices"
	"strings"
)

// parser reads tokens and writes MathML as it goes.
type parser struct {
	tokens []token
	pos    int
	depth  int
}

// deepest is how deep groups may nest.
const deepest = 50

func (p *parser) peek() token { return p.tokens[p.pos] }

func (p *parser) take() token {
	t := p.tokens[p.pos]
	if t.kind != eof {
		p.pos++
	}
	return t
}

func failed(t token, format string, args ...any) error {
	return &Error{t.at, fmt.Sprintf(format, args...)}
}

// row reads atoms up to a token of one of these kinds, \right, \end or the
// end of the formula, and leaves it there.
func (p *parser) row(stops ...kind) (string, error) {
	var b strings.Builder
	for {
		t := p.peek()
		if t.kind == eof || slices.Contains(stops, t.kind) || t.is("right") || t.is("end") {
			return b.String(), nil
		}
		atom, err := p.scripted()
		if err != nil {
			return "", err
		}
		b.WriteString(atom)
		if t.kind == command && functions[t.text] && p.peek().standsApart() {
			b.WriteString(space("0.167em"))
		}
	}
}

// is reports whether a token is the command of that name.
func (t token) is(name string) bool { return t.kind == command && t.text == name }

// standsApart reports whether a token does not lean on the name of a
// function before it.
func (t token) standsApart() bool {
	_, blank := spaces[t.text]
	return t.kind == letter || t.kind == number || t.kind == command && !blank && symbols[t.text].element != "mo"
}

// scripted reads an atom with what stands above and below it.
func (p *parser) scripted() (string, error) {
	t := p.peek()
	base, limits := "<mrow></mrow>", false
	if t.kind != sup && t.kind != sub {
		var err error
		if base, err = p.atom(); err != nil {
			return "", err
		}
		limits = t.kind == command && (limited[t.text] || underOver[t.text])
	}
	lower, upper, err := p.scripts()
	if err != nil {
		return "", err
	}
	names := [3]string{"msub", "msup", "msubsup"}
	if limits {
		names = [3]string{"munder", "mover", "munderover"}
	}
	switch {
	case lower != "" && upper != "":
		return "<" + names[2] + ">" + base + lower + upper + "</" + names[2] + ">", nil
	case lower != "":
		return "<" + names[0] + ">" + base + lower + "</" + names[0] + ">", nil
	case upper != "":
		return "<" + names[1] + ">" + base + upper + "</" + names[1] + ">", nil
	}
	return base, nil
}

// scripts reads _, ^ and primes, in any order.
func (p *parser) scripts() (lower, upper string, err error) {
	for {
		t := p.peek()
		to := &upper
		switch {
		case t.kind == sign && t.text == "'":
			n := 0
			for ; p.peek().text == "'"; p.pos++ {
				n++
			}
			if upper != "" {
				return "", "", failed(t, "a second ^")
			}
			upper = element("mo", strings.Repeat("′", n))
			continue
		case t.kind == sub:
			to = &lower
		case t.kind != sup:
			return lower, upper, nil
		}
		p.take()
		if *to != "" {
			return "", "", failed(t, "a second %s", t.text)
		}
		if *to, err = p.argument(t.text); err != nil {
			return "", "", err
		}
	}
}

// argument reads what a command or a script is given: a group or an atom.
func (p *parser) argument(of string) (string, error) {
	switch t := p.peek(); t.kind {
	case eof, shut, cell, line, sup, sub:
		return "", failed(t, "nothing stands after %s", of)
	case number:
		return element("mn", p.takeOne().text), nil
	}
	return p.atom()
}

// takeOne takes a token, of a number its first digit alone: x^12 is x^1 2.
func (p *parser) takeOne() token {
	t := p.peek()
	if t.kind != number || len(t.text) == 1 {
		return p.take()
	}
	p.tokens[p.pos].text, p.tokens[p.pos].at = t.text[1:], t.at+1
	t.text, t.end = t.text[:1], t.at+1
	return t
}

// atom reads one thing without its scripts.
func (p *parser) atom() (string, error) {
	p.depth++
	defer func() { p.depth-- }()
	t := p.take()
	if p.depth > deepest {
		return "", failed(t, "groups nest too deep")
	}
	switch t.kind {
	case open:
		inner, err := p.row(shut)
		if err != nil {
			return "", err
		}
		if end := p.take(); end.kind != shut {
			return "", failed(t, "a { is never closed")
		}
		return row(inner), nil
	case letter:
		return element("mi", t.text), nil
	case number:
		return element("mn", t.text), nil
	case sign:
		return p.sign(t), nil
	case tilde:
		return space("0.333em"), nil
	case command:
		return p.command(t)
	case shut:
		return "", failed(t, "a } closes nothing")
	case cell, line:
		return "", failed(t, `%s outside of \begin{…}`, strings.Replace(t.text, `\`, `\\`, 1))
	}
	return "", failed(t, "the formula ends too early")
}

// sign writes a character that stands for itself.
func (p *parser) sign(t token) string {
	switch t.text {
	case "-":
		return element("mo", "−")
	case "*":
		return element("mo", "∗")
	case "(", ")", "[", "]", "|", "/":
		return fence(t.text, false)
	}
	return element("mo", t.text)
}

// fence writes a bracket, which grows with what it holds only between \left
// and \right.
func fence(text string, grows bool) string {
	if grows {
		return `<mo fence="true" stretchy="true">` + html.EscapeString(text) + "</mo>"
	}
	return `<mo stretchy="false">` + html.EscapeString(text) + "</mo>"
}

func space(width string) string { return `<mspace width="` + width + `"></mspace>` }
