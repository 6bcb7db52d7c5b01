package markdown

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// rendered renders a page whose links lead where they say.
func rendered(t *testing.T, src string) string {
	var b strings.Builder
	require.NoError(t, Parse([]byte(src)).HTML(&b, Hooks{
		Link: func(dest string, _ bool) string { return dest },
	}))
	return strings.TrimSuffix(b.String(), "\n")
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"heading", "## A & B", `<h2 id="a--b">A &amp; B</h2>`},
		{"entities and escapes", `AT&amp;T \&lt; x<y`, "<p>AT&amp;T &amp;lt; x&lt;y</p>"},
		{"fence", "```go\na < b\n```", "<pre><code>a &lt; b\n</code></pre>"},
		{"link", `[a](b.md "t\"")`, `<p><a href="b.md" title="t&#34;">a</a></p>`},
		{"address", `[a](b\_c.md?a&amp;b)`, `<p><a href="b_c.md?a&amp;b">a</a></p>`},
		{"autolink", "<a@b.org>", `<p><a href="mailto:a@b.org">a@b.org</a></p>`},
		{"image", "![a *b*](c.png)", `<p><img src="c.png" alt="a b"></p>`},
		{"table", "| a |\n| - |", "<div class=\"scroll\"><table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table></div>"},
		{"allowed tags", "a<br/>b <KBD>c</KBD>", "<p>a<br>b <kbd>c</kbd></p>"},
		{"comment", "<!-- x -->", ""},
		{"fold", "<details><summary>a &amp; b</summary></details>", "<details><summary>a &amp; b</summary></details>"},
		{"quotation", "> a", "<blockquote>\n<p>a</p>\n</blockquote>"},
		{"alert", "> [!TIP]\n> a", "<aside class=\"tip\">\n<p class=\"kind\">tip</p>\n<p>a</p>\n</aside>"},
		{"alert with a paragraph", "> [!NOTE]\n>\n> a", "<aside class=\"note\">\n<p class=\"kind\">note</p>\n<p>a</p>\n</aside>"},
		{"in Rust", "> [!NOTE]\n> **In Rust** a", "<aside class=\"note in-rust\">\n<p><strong>In Rust</strong> a</p>\n</aside>"},
		{
			"notes", "a[^x] b[^x]\n\n[^x]: c *d*",
			`<p>a<sup><a id="ref:1" href="#note:1" role="doc-noteref" aria-label="Note 1">1</a></sup> b<sup><a id="ref:1:2" href="#note:1" role="doc-noteref" aria-label="Note 1">1</a></sup></p>` + "\n" +
				`<section class="notes" role="doc-endnotes" aria-label="Notes">` + "\n" +
				`<div class="gloss" id="note:1" role="doc-footnote">` + "\n" +
				`<p><span class="number">1</span> c <em>d</em> <a href="#ref:1" role="doc-backlink" aria-label="Back to note 1">↩</a> <a href="#ref:1:2" role="doc-backlink" aria-label="Back to note 1">↩</a></p>` + "\n</div>\n</section>",
		},
		{
			"a note that begins with a block", "a[^x]\n\n[^x]:\n\n    > b",
			`<p>a<sup><a id="ref:1" href="#note:1" role="doc-noteref" aria-label="Note 1">1</a></sup></p>` + "\n" +
				`<section class="notes" role="doc-endnotes" aria-label="Notes">` + "\n" +
				`<div class="gloss" id="note:1" role="doc-footnote">` + "\n" +
				`<p><span class="number">1</span></p>` + "\n<blockquote>\n<p>b</p>\n</blockquote>\n" +
				` <a href="#ref:1" role="doc-backlink" aria-label="Back to note 1">↩</a></div>` + "\n</section>",
		},
		{"no alert", "> [!NOTE] a", "<blockquote>\n<p>[!NOTE] a</p>\n</blockquote>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, rendered(t, c.in))
		})
	}
}

func TestDollarsAreFormulasOrNot(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"$x$", "<p><code>x</code></p>"},
		{"($x$), $y$.", "<p>(<code>x</code>), <code>y</code>.</p>"},
		{"**$x$** [$y$](z)", `<p><strong><code>x</code></strong> <a href="z"><code>y</code></a></p>`},
		{"$a_1 * b_2 * c$", "<p><code>a_1 * b_2 * c</code></p>"},
		{`$\$$`, `<p><code>\$</code></p>`},
		{"a $$x$$ b", "<p>a <code>x</code> b</p>"},
		{"$$x$$", "<code>x</code>"},
		{"a\n$$\n= x\n- y\n$$\nb", "<p>a</p>\n<code>\n= x\n- y\n</code>\n<p>b</p>"},
		{"> $$\n> x\n> $$", "<blockquote>\n<code>\nx\n</code>\n</blockquote>"},
		{"- $$x$$\n- $y$", "<ul>\n<li>\n<code>x</code>\n</li>\n<li><code>y</code></li>\n</ul>"},
		{"$", "<p>$</p>"},
		{"$5 and $10", "<p>$5 and $10</p>"},
		{"$5-$10", "<p>$5-$10</p>"},
		{"$5, or US$", "<p>$5, or US$</p>"},
		{"$HOME and $PATH", "<p>$HOME and $PATH</p>"},
		{"$HOME/$USER", "<p>$HOME/$USER</p>"},
		{"a$b$", "<p>a$b$</p>"},
		{"$a$b", "<p>$a$b</p>"},
		{"$a\nb$", "<p>$a\nb$</p>"},
		{"$x `$`", "<p>$x <code>$</code></p>"},
		{`\$x$`, "<p>$x$</p>"},
		{"`$x$`", "<p><code>$x$</code></p>"},
		{"    $x$", "<pre><code>$x$\n</code></pre>"},
	} {
		require.Equal(t, c.want, strings.TrimRight(rendered(t, c.in), "\n"), c.in)
	}
}

// TestHTMLIsSafe: what is refused is shown as text, whoever forgets to ask
// for it first.
func TestHTMLIsSafe(t *testing.T) {
	for _, in := range []string{
		"<script>alert(1)</script>",
		"a <script>alert(1)</script>",
		"<details onclick=x><summary>a</summary></details>",
		"<details><img src=x onerror=x></details>",
		"<details\nonclick=x>",
		"<summary><b onmouseover=x>a</b></summary>",
		"a <br onclick='x'>",
		"<?php x ?>",
		"<![CDATA[<script>x</script>]]>",
		"<!DOCTYPE html>",
		"<!-- --><script>x</script>",
		"<style>p{}</style>",
		"<a href=\"javascript:x\">a</a>",
	} {
		doc := Parse([]byte(in))
		require.NotEmpty(t, doc.Refused(), in)
		out := rendered(t, in)
		for _, tag := range []string{"p", "br", "details", "summary"} {
			out = strings.ReplaceAll(out, "<"+tag+">", "")
			out = strings.ReplaceAll(out, "</"+tag+">", "")
		}
		require.NotContains(t, out, "<", in)
	}
	for _, in := range []string{"<br>", "a <sub>b</sub>", "<!-- <b> -->", "`<b>`", "a < b > c"} {
		require.Empty(t, Parse([]byte(in)).Refused(), in)
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		in, out string
		want    []Refused
	}{
		{"a\nb <i>\n\n<details>\n<b>\n", "", []Refused{{2, "<i>", whyOther}, {4, "<details>", whyOpen}, {5, "<b>", whyOther}}},
		{"<details><summary>b</summary>\n\n## a\n\n</details>", "<details><summary>b</summary>\n<h2 id=\"a\">a</h2>\n</details>", nil},
		{"<details>\n\na\n\n</details>", "&lt;details&gt;\n<p>a</p>\n&lt;/details&gt;", []Refused{{1, "<details>", whyFold}, {5, "</details>", whyFold}}},
		{"a <details>", "<p>a &lt;details&gt;</p>", []Refused{{1, "<details>", whyInline}}},
		{"- <details>\n\n</details>", "", []Refused{{1, "<details>", whyOpen}, {3, "</details>", whyNothing}}},
		{"<kbd>a *b</kbd> c*", "", []Refused{{1, "<kbd>", whyOpen}, {1, "</kbd>", whyNothing}}},
		{"<kbd>a *b* c</kbd>", "<p><kbd>a <em>b</em> c</kbd></p>", nil},
		{"a<kbd/>", "<p>a&lt;kbd/&gt;</p>", []Refused{{1, "<kbd/>", whyOpen}}},
		{"a</br>", "<p>a&lt;/br&gt;</p>", []Refused{{1, "</br>", whyNothing}}},
		{"<sub>\n\na\n\n</sub>", "", []Refused{{1, "<sub>", whyOpen}, {5, "</sub>", whyNothing}}},
		{"<summary>a</summary>", "", []Refused{{1, "<summary>", whySummary}, {1, "</summary>", whyNothing}}},
		{"<details><summary>a <kbd>b</kbd></summary></details>", "<details><summary>a <kbd>b</kbd></summary></details>", nil},
		{"<details><summary><details></summary></details>", "", []Refused{{1, "<details>", whySummary}}},
	} {
		require.Equal(t, c.want, Parse([]byte(c.in)).Refused(), c.in)
		if c.out != "" {
			require.Equal(t, c.out, rendered(t, c.in))
		}
	}
}

func TestAnchorsAreUnique(t *testing.T) {
	var ids []string
	for _, item := range Parse([]byte("# a\n# a\n# a-1\n# a\n# b-1\n# b\n# b\n")).Items {
		ids = append(ids, item.(*Heading).ID)
	}
	require.Equal(t, []string{"a", "a-1", "a-1-1", "a-2", "b-1", "b", "b-2"}, ids)
}
