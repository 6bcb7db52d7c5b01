package volume

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/weave"
)

// bound returns the volume of a book of the pages given, in the order of
// their names, as XML page by page.
func bound(t *testing.T, files map[string]string) (*Volume, map[string]string) {
	t.Helper()
	root := t.TempDir()
	files["go.mod"] = "module byhand\n\ngo 1.26.0\n"
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
	}
	b, err := book.Load(root)
	require.NoError(t, err)
	p, err := tangle.Tangle(&b.Book)
	require.NoError(t, err)
	bodies, err := weave.Bodies(b, p)
	require.NoError(t, err)
	v, err := New(b, bodies, Places{
		Page: func(p *Page, id string) string {
			if p == nil {
				return "CONTENTS"
			}
			return p.Stem + "|" + id
		},
		Image: func(i *Image) string { return "IMAGE" + i.Name },
	})
	require.NoError(t, err)
	out := map[string]string{}
	for _, p := range v.Pages {
		for _, n := range p.Nodes {
			out[p.Stem] += XML(n)
		}
	}
	return v, out
}

func TestLinksStayInTheVolumeOrLeadOut(t *testing.T) {
	_, pages := bound(t, map[string]string{
		"book/SUMMARY.md": "# B\n\n- [One](../chapters/01-one.md)\n- [Two](two.md)\n",
		"book/two.md":     "# Two\n\n## Größe\n",
		"book/dot.png":    "",
		"chapters/01-one.md": "# One\n\n[a](../book/two.md) [b](../book/two.md#größe) [c](#one) [d](../book/SUMMARY.md) " +
			"[e](../go.mod) [f](https://go.dev/?a=1&b=2) ![g](../book/dot.png)\n",
	})
	require.Equal(t, `<h1 id="p-01-one.one">One</h1>
<p><a href="two|p-two">a</a> <a href="two|p-two.gruf6udfe">b</a> <a href="01-one|p-01-one.one">c</a> `+
		`<a href="CONTENTS">d</a> <span>e</span> <a href="https://go.dev/?a=1&amp;b=2">f</a> <img src="IMAGE1.png" alt="g"/></p>
`, pages["01-one"])
}

func TestLinesOfAListing(t *testing.T) {
	_, pages := bound(t, map[string]string{
		"book/SUMMARY.md": "# B\n\n- [One](../chapters/01-one.md)\n",
		"chapters/01-one.md": "# One\n\n## A\n\n```go code/a/a.go\npackage a\n\nfunc F() {\n\tG()\n}\n\nfunc G() {}\n```\n\n" +
			"## B\n\n```go code/a/a.go\nfunc F() {\n\tG()\n\tG()\n}\n```\n",
	})
	_, got, _ := strings.Cut(pages["01-one"], "listing mixed")
	_, got, _ = strings.Cut(got, "<pre>")
	got, _, _ = strings.Cut(got, "</pre>")
	require.Equal(t, `<code class="language-go"><span class="line old in0" data-n="3"><b>func</b> <span class="d">F</span>() {
</span><span class="line old in4" data-n="4">    G()
</span><span class="line new in4" data-n="5">    G()
</span><span class="line old in0" data-n="6">}
</span></code>`, got)
}

var preTests = []struct{ name, in, want string }{
	{"a text", "a\n\n\tb\n", `<span class="line in0">a
</span><span class="line in0">
</span><span class="line in4">    b
</span>`},
	{"no end of line", "a", `<span class="line in0">a
</span>`},
	{"a tab goes to its stop", "ab\tc", `<span class="line in0">ab  c
</span>`},
	{"markup over lines", "a<i>b\nc</i>d\n", `<span class="line in0">a<i>b</i>
</span><span class="line in0"><i>c</i>d
</span>`},
}

func TestLines(t *testing.T) {
	for _, c := range preTests {
		t.Run(c.name, func(t *testing.T) {
			nodes, err := parse("<pre>" + c.in + "</pre>")
			require.NoError(t, err)
			pre := nodes[0]
			clean(pre)
			require.Equal(t, "<pre>"+c.want+"</pre>", XML(pre))
		})
	}
}

func TestWhatNeedsAScriptIsLeftOut(t *testing.T) {
	nodes, err := parse(
		`<div onclick="x()" data-x="1" popover tabindex="0"><button>b</button><script>s</script><a class="copy" href="#">c</a>` +
			`<input type="checkbox" checked disabled>d</div>`)
	require.NoError(t, err)
	div := nodes[0]
	clean(div)
	require.Equal(t, `<div><span class="task">☑</span>d</div>`, XML(div))
}

func TestNamesOfOneBook(t *testing.T) {
	v, _ := bound(t, map[string]string{
		"book/SUMMARY.md": "# A *Book*, & more\n\n- [Not yet]()\n\n# Part\n\n- [One](../chapters/01-one.md)\n", "chapters/01-one.md": "# One\n\n## Two & 3\n",
	})
	require.Equal(t, "a-book--more", v.Name)
	require.Regexp(t, `^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`, v.ID)
	require.False(t, v.Parts[0].Written())
	require.True(t, v.Parts[1].Written())
	require.Equal(t, []Section{{"p-01-one.two--3", "Two & 3"}}, v.Pages[0].Sections)
}

func TestXMLHasNamespaces(t *testing.T) {
	nodes, err := parse(`<p>a<br>&nbsp;<math display="block"><mi>x</mi><mspace></mspace></math>` +
		`<svg viewBox="0 0 1 1"><foreignObject><p>b</p></foreignObject></svg></p>`)
	require.NoError(t, err)
	require.Equal(t, `<p>a<br/>`+"\u00a0"+`<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mi>x</mi><mspace/></math>`+
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">b</p></foreignObject></svg></p>`,
		XML(nodes[0]))
}

func TestNoAnchorTwice(t *testing.T) {
	v, pages := bound(t, map[string]string{
		"book/SUMMARY.md": "# B\n\n- [1](a.md)\n- [2](a.b.md)\n- [3](a+b.md)\n",
		"book/a.md":       "# b.c\n", "book/a.b.md": "# c\n", "book/a+b.md": "# c\n",
	})
	require.Equal(t, []string{"p-a", "p-a.b", "p-a.b.2"}, []string{v.Pages[0].ID, v.Pages[1].ID, v.Pages[2].ID})
	require.Contains(t, pages["a"], `id="p-a.bc"`)
	require.Contains(t, pages["a.b"], `id="p-a.b.c"`)
	require.Contains(t, pages["a+b"], `id="p-a.b.2.c"`)
}
