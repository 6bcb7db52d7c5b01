package mathml

import "strings"

// environment is a table of cells and the brackets around it.
type environment struct {
	left, right string
	align       []string // of the columns, over and over
}

var (
	centred      = []string{"center"}
	environments = map[string]environment{
		"matrix":  {"", "", centred},
		"pmatrix": {"(", ")", centred},
		"bmatrix": {"[", "]", centred},
		"vmatrix": {"|", "|", centred},
		"cases":   {"{", "", []string{"left"}},
		"aligned": {"", "", []string{"right", "left"}},
	}
)

// environment reads \begin{name} … \end{name}.
func (p *parser) environment(t token) (string, error) {
	name, err := p.name(t)
	if err != nil {
		return "", err
	}
	env, ok := environments[name]
	if !ok {
		return "", failed(t, `\begin{%s} is not known`, name)
	}
	table, err := p.table(t, env)
	if err != nil {
		return "", err
	}
	end := p.take() // \end
	closed, err := p.name(end)
	if err != nil {
		return "", err
	}
	if closed != name {
		return "", failed(end, `\end{%s} closes \begin{%s}`, closed, name)
	}
	var b strings.Builder
	if env.left != "" {
		b.WriteString(fence(env.left, true))
	}
	b.WriteString(table)
	if env.right != "" {
		b.WriteString(fence(env.right, true))
	}
	return row(b.String()), nil
}

// table reads rows of cells up to \end.
func (p *parser) table(t token, env environment) (string, error) {
	var b strings.Builder
	b.WriteString("<mtable")
	if env.left == "" && len(env.align) > 1 {
		b.WriteString(` displaystyle="true"`)
	}
	b.WriteString("><mtr>")
	for column := 0; ; column++ {
		content, err := p.row(cell, line)
		if err != nil {
			return "", err
		}
		b.WriteString(`<mtd style="text-align:` + env.align[column%len(env.align)] + `">` + content + "</mtd>")
		end := p.peek()
		if end.kind == cell || end.kind == line {
			p.take()
		}
		if end.kind == line && !p.peek().is("end") {
			b.WriteString("</mtr><mtr>")
			column = -1
		} else if end.kind != cell {
			break
		}
	}
	if !p.peek().is("end") {
		return "", failed(t, `a \begin is never closed by \end`)
	}
	b.WriteString("</mtr></mtable>")
	return b.String(), nil
}

// name reads the {name} of \begin or \end.
func (p *parser) name(of token) (string, error) {
	if p.take().kind != open {
		return "", failed(of, `\%s needs a { after it`, of.text)
	}
	var b strings.Builder
	for p.peek().kind == letter {
		b.WriteString(p.take().text)
	}
	if p.take().kind != shut {
		return "", failed(of, `\%s needs a name in { }`, of.text)
	}
	return b.String(), nil
}
