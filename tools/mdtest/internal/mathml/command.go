package mathml

import (
	"html"
	"strings"
)

// command reads what follows a command's name.
func (p *parser) command(t token) (string, error) {
	if s, ok := symbols[t.text]; ok {
		return s.String(), nil
	}
	if w, ok := spaces[t.text]; ok {
		return space(w), nil
	}
	if functions[t.text] || limited[t.text] {
		return function(t.text), nil
	}
	if a, ok := alphabets[t.text]; ok {
		return p.inAlphabet(t, a)
	}
	if a, ok := accents[t.text]; ok {
		return p.accent(t, a)
	}
	switch t.text {
	case "frac", "dfrac", "tfrac":
		return p.pair(t, "<mfrac>", "</mfrac>")
	case "binom":
		return p.pair(t, fence("(", true)+`<mfrac linethickness="0">`, "</mfrac>"+fence(")", true))
	case "sqrt":
		return p.root(t)
	case "text", "textrm", "mathrm", "operatorname":
		return p.words(t)
	case "left":
		return p.grown(t)
	case "begin":
		return p.environment(t)
	case "pmod":
		n, err := p.argument(`\pmod`)
		return space("0.5em") + fence("(", false) + element("mi", "mod") + space("0.333em") + n + fence(")", false), err
	}
	return "", failed(t, `\%s is not known`, t.text)
}

// function writes the name of a function.
func function(name string) string {
	name = strings.TrimSuffix(strings.Replace(name, "lim", "lim ", 1), " ")
	if limited[name] || strings.HasPrefix(name, "lim ") {
		return `<mo movablelimits="true" form="prefix">` + name + "</mo>"
	}
	return element("mi", name)
}

// pair reads two arguments.
func (p *parser) pair(t token, before, after string) (string, error) {
	a, err := p.argument(`\` + t.text)
	if err != nil {
		return "", err
	}
	b, err := p.argument(`\` + t.text)
	return row(before + a + b + after), err
}

// root reads \sqrt{x} or \sqrt[n]{x}.
func (p *parser) root(t token) (string, error) {
	var index strings.Builder
	if p.peek().text == "[" {
		from := p.take()
		for p.peek().text != "]" {
			if p.peek().kind == eof {
				return "", failed(from, "a [ is never closed")
			}
			atom, err := p.scripted()
			if err != nil {
				return "", err
			}
			index.WriteString(atom)
		}
		p.take()
	}
	x, err := p.argument(`\sqrt`)
	if index.Len() > 0 {
		return "<mroot>" + x + row(index.String()) + "</mroot>", err
	}
	return "<msqrt>" + x + "</msqrt>", err
}

// words reads {…} as text.
func (p *parser) words(t token) (string, error) {
	from := p.take()
	if from.kind != open {
		return "", failed(t, `\%s needs a { after it`, t.text)
	}
	var b strings.Builder
	for p.peek().kind != shut {
		w := p.take()
		if w.kind == eof {
			return "", failed(from, "a { is never closed")
		}
		if w.gap {
			b.WriteByte(' ')
		}
		if w.kind == command && !strings.Contains(`_&#%${} `, w.text) || w.kind == open {
			return "", failed(w, `words have no commands: \%s`, w.text)
		}
		b.WriteString(w.text)
	}
	if p.take().gap {
		b.WriteByte(' ')
	}
	if t.text == "mathrm" || t.text == "operatorname" {
		return `<mi mathvariant="normal">` + html.EscapeString(strings.TrimSpace(b.String())) + "</mi>", nil
	}
	return element("mtext", strings.ReplaceAll(b.String(), " ", "\u00a0")), nil
}

// inAlphabet reads letters and digits that are drawn in another way: one, or
// those in { }.
func (p *parser) inAlphabet(t token, a alphabet) (string, error) {
	chars := []token{p.takeOne()}
	if chars[0].kind == open {
		chars = nil
		for p.peek().kind == letter || p.peek().kind == number {
			chars = append(chars, p.take())
		}
		if p.take().kind != shut {
			chars = nil
		}
	}
	out := ""
	for _, c := range chars {
		styled := a.of(c.text)
		if styled == "" {
			return "", failed(c, `\%s has no %s`, t.text, c.text)
		}
		out += styled
	}
	if out == "" {
		return "", failed(t, `\%s is for letters and digits`, t.text)
	}
	return `<mi mathvariant="normal">` + out + "</mi>", nil
}

func (p *parser) accent(t token, a accent) (string, error) {
	x, err := p.argument(`\` + t.text)
	if err != nil {
		return "", err
	}
	over := `<mo stretchy="` + a.stretchy() + `">` + a.text + "</mo>"
	if a.under {
		return "<munder>" + x + over + "</munder>", nil
	}
	return `<mover accent="true">` + x + over + "</mover>", nil
}

// grown reads \left( … \right).
func (p *parser) grown(t token) (string, error) {
	left, err := p.delimiter(t)
	if err != nil {
		return "", err
	}
	inner, err := p.row()
	if err != nil {
		return "", err
	}
	end := p.take()
	if end.text != "right" {
		return "", failed(t, `a \left is never closed by \right`)
	}
	right, err := p.delimiter(end)
	return row(left + inner + right), err
}

// delimiter reads the bracket after \left or \right; a dot is none.
func (p *parser) delimiter(of token) (string, error) {
	t := p.take()
	text := t.text
	if t.kind == command {
		text = symbols[text].text
	}
	bracket := delimiters[text]
	switch {
	case t.kind == sign && text == ".":
		return "", nil
	case bracket == "" || t.kind != sign && t.kind != command:
		return "", failed(of, `\%s needs a bracket after it`, of.text)
	}
	return fence(bracket, true), nil
}
