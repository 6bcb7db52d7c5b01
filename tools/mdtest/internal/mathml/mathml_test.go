package mathml

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// inner renders a formula and takes off what is around all of them.
func inner(t *testing.T, tex string) string {
	out, err := Render(tex, false)
	require.NoError(t, err, tex)
	out = strings.TrimPrefix(out, "<math><semantics><mrow>")
	out, _, ok := strings.Cut(out, `</mrow><annotation encoding="application/x-tex">`)
	require.True(t, ok, tex)
	return out
}

func TestRender(t *testing.T) {
	for _, c := range []struct{ tex, want string }{
		{"x", "<mi>x</mi>"},
		{"3.14x", "<mn>3.14</mn><mi>x</mi>"},
		{"1, 2.", "<mn>1</mn><mo>,</mo><mn>2</mn><mo>.</mo>"},
		{"a-b*c", "<mi>a</mi><mo>−</mo><mi>b</mi><mo>∗</mo><mi>c</mi>"},
		{"x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"},
		{"x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"},
		{"f''(x)", `<msup><mi>f</mi><mo>′′</mo></msup><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo>`},
		{"{}_2", "<msub><mrow></mrow><mn>2</mn></msub>"},
		{`a < b`, "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"},
		{`\alpha \le \infty`, "<mi>α</mi><mo>≤</mo><mi>∞</mi>"},
		{`\frac{n}{2}`, "<mrow><mfrac><mrow><mi>n</mi></mrow><mrow><mn>2</mn></mrow></mfrac></mrow>"},
		{`\frac12`, "<mrow><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow>"},
		{"x^12", "<msup><mi>x</mi><mn>1</mn></msup><mn>2</mn>"},
		{`\mathbf 12`, `<mi mathvariant="normal">𝟏</mi><mn>2</mn>`},
		{`\sqrt{x}`, "<msqrt><mrow><mi>x</mi></mrow></msqrt>"},
		{`\sqrt[3]{x}`, "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>"},
		{`\sum_{i=1}^n i`, "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>"},
		{`\log_2 n`, `<msub><mi>log</mi><mn>2</mn></msub><mspace width="0.167em"></mspace><mi>n</mi>`},
		{`\log(n)`, `<mi>log</mi><mo stretchy="false">(</mo><mi>n</mi><mo stretchy="false">)</mo>`},
		{`\max_i x`, `<munder><mo movablelimits="true" form="prefix">max</mo><mi>i</mi></munder><mi>x</mi>`},
		{`\limsup x`, `<mo movablelimits="true" form="prefix">lim sup</mo><mi>x</mi>`},
		{`\left\lfloor x \right.`, `<mrow><mo fence="true" stretchy="true">⌊</mo><mi>x</mi></mrow>`},
		{`\text{if } x`, "<mtext>if\u00a0</mtext><mi>x</mi>"},
		{`\operatorname{len} s`, `<mi mathvariant="normal">len</mi><mi>s</mi>`},
		{`\mathbb{N}`, `<mi mathvariant="normal">ℕ</mi>`},
		{`\mathbb A`, `<mi mathvariant="normal">𝔸</mi>`},
		{`\bar x`, `<mover accent="true"><mi>x</mi><mo stretchy="false">¯</mo></mover>`},
		{`\underbrace{x}_n`, `<munder><munder><mrow><mi>x</mi></mrow><mo stretchy="true">⏟</mo></munder><mi>n</mi></munder>`},
		{`a\,b`, `<mi>a</mi><mspace width="0.167em"></mspace><mi>b</mi>`},
		{`\{x\}`, `<mo stretchy="false">{</mo><mi>x</mi><mo stretchy="false">}</mo>`},
		{`\begin{cases} 0 & x \\ 1 \end{cases}`, `<mrow><mo fence="true" stretchy="true">{</mo><mtable><mtr><mtd style="text-align:left"><mn>0</mn></mtd><mtd style="text-align:left"><mi>x</mi></mtd></mtr><mtr><mtd style="text-align:left"><mn>1</mn></mtd></mtr></mtable></mrow>`},
	} {
		require.Equal(t, c.want, inner(t, c.tex), c.tex)
	}
}

func TestTheSourceStandsInIt(t *testing.T) {
	out, err := Render(" a<b ", true)
	require.NoError(t, err)
	require.Contains(t, out, `<math display="block">`)
	require.Contains(t, out, `<annotation encoding="application/x-tex">a&lt;b</annotation>`)
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		tex, want string
		at        int
	}{
		{"", "an empty formula", 0},
		{" ", "an empty formula", 0},
		{`x + \foo`, `\foo is not known`, 4},
		{`\`, `\ is not known`, 0},
		{"{x", "a { is never closed", 0},
		{"x}", "a } closes nothing", 1},
		{"x^", "nothing stands after ^", 2},
		{"x^2^3", "a second ^", 3},
		{"x'^2'", "a second ^", 2},
		{"x_1_2", "a second _", 3},
		{`\frac{a}`, `nothing stands after \frac`, 8},
		{`\sqrt[3{x}`, "a [ is never closed", 5},
		{`\left( x`, `a \left is never closed by \right`, 0},
		{`\left x \right)`, `\left needs a bracket after it`, 0},
		{`x \right)`, `\right closes nothing`, 2},
		{`a & b`, `& outside of \begin{…}`, 2},
		{`a \\ b`, `\\ outside of \begin{…}`, 2},
		{`\begin{foo}x\end{foo}`, `\begin{foo} is not known`, 0},
		{`\begin{cases}x`, `a \begin is never closed by \end`, 0},
		{`\begin{cases}x\end{matrix}`, `\end{matrix} closes \begin{cases}`, 14},
		{`\begin x`, `\begin needs a { after it`, 0},
		{`\end{cases}`, `\end closes nothing`, 0},
		{`\mathbb{+}`, `\mathbb is for letters and digits`, 0},
		{`\mathcal{0}`, `\mathcal has no 0`, 9},
		{`\text x`, `\text needs a { after it`, 0},
		{`\text{\alpha}`, `words have no commands: \alpha`, 6},
		{strings.Repeat("{", 60), "groups nest too deep", 50},
	} {
		_, err := Render(c.tex, false)
		var e *Error
		require.ErrorAs(t, err, &e, c.tex)
		require.Equal(t, c.want, e.Msg, c.tex)
		require.Equal(t, c.at, e.Offset, c.tex)
	}
}

// FuzzRender: whatever a chapter says, what comes out is an element that
// holds elements of MathML and text, or an error that knows its place.
func FuzzRender(f *testing.F) {
	for _, s := range []string{
		`\sum_{i=1}^{n} i = \frac{n(n+1)}{2} \le n^2`, `\begin{aligned}a&=b\\c&=d\end{aligned}`, `\left(\frac{a}{b}\right]`,
		`\text{<script>}`, `\sqrt[\sqrt{3}]{x}`, `\binom n k`, `\pmod{7}`, `x'^`, "\\\xff", "\x00", `\mathtt{ab0}`, `\widehat{ab}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, tex string) {
		if !utf8.ValidString(tex) || strings.ContainsFunc(tex, func(r rune) bool { return r < ' ' || r > 0xFFFD }) {
			return
		}
		out, err := Render(tex, true)
		if err != nil {
			var e *Error
			require.True(t, errors.As(err, &e))
			require.LessOrEqual(t, e.Offset, len(tex))
			return
		}
		d := xml.NewDecoder(strings.NewReader(out))
		for {
			tok, err := d.Token()
			if err == io.EOF {
				return
			}
			require.NoError(t, err, out)
			if el, ok := tok.(xml.StartElement); ok {
				require.Regexp(t, "^(m[a-z]+|semantics|annotation)$", el.Name.Local)
			}
		}
	})
}
