package hostile

import "strings"

// Texts try to get out of wherever they stand.
var Texts = []string{
	`<script>alert(1)</script>`,
	`</script><script>alert(1)</script>`,
	`<img src=x onerror=alert(1)>`,
	`"><svg onload=alert(1)>`,
	`" onmouseover="alert(1)" x="`,
	`' onmouseover='alert(1)' x='`,
	"` onmouseover=`alert(1)`",
	`</title></style></textarea></noscript><script>alert(1)</script>`,
	`--><script>alert(1)</script><!--`,
	`]]><script>alert(1)</script>`,
	`<!--<script>`,
	`&lt;script&gt;alert(1)&lt;/script&gt;`,
	`&#60;script&#62;alert(1)&#x3c;/script>`,
	`\<script\>alert(1)\</script\>`,
	`{{.Book}}${alert(1)}`,
	`</a></p></div></code></pre></figure></td></li><b>`,
	`<a href="javascript:alert(1)">x</a>`,
	"a\u2028b\u2029c",
	"a\x00b",
	"\xff\xfe<script>\xc0\xbcscript>",
	"\ufeff\u202e<script>",
	"<scr\x00ipt>alert(1)</scr\x00ipt>",
	`<math><mi//xlink:href="data:x,<script>alert(1)</script>">`,
	`<details open ontoggle=alert(1)>`,
	`\text{<img src=x onerror=alert(1)>}`,
	`</details></details><summary>`,
	`<kbd><sub></kbd></sub>`,
	`#:x "y" {#id onclick=x}`,
}

// URLs are addresses that no page may lead to.
var URLs = []string{
	"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
	"java\nscript:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)",
	"&#106;avascript:alert(1)", "\x01javascript:alert(1)", "javascript%3Aalert(1)", "jav&#x0A;ascript:alert(1)",
	"data:text/html,<script>alert(1)</script>", "DATA:text/html;base64,PHNjcmlwdD4=",
	"vbscript:x", "file:///etc/passwd", "blob:x", "view-source:x", "about:blank",
	"//example.org/x", `\\example.org\x`, `/\example.org`, "https:javascript:alert(1)", "https:///x",
	"x:javascript:alert(1)", "?javascript:alert(1)", "#javascript:alert(1)", "mailto:a@b\"onclick=x",
	"\u2028javascript:alert(1)", "javascript\u200b:alert(1)",
}

// Everywhere returns a chapter that has the text in all the places that a
// chapter has.
func Everywhere(s string) string {
	const page = `# One @

@

## A step

Above @[^1] *@* **@** ~~@~~ ` + "`@`" + ` [@](x.md "@") [a](<@>) ![@](a.png "@") ![a](<@>) <@> $@$

$$
@
$$

### @

> [!NOTE]
> **In Rust** @

> [!@]
> @

| @ | a |
| :- | -: |
| @ | ` + "`@`" + ` |

- @
- [ ] @

<details>
<summary>@</summary>

@

</details>

` + "```go code/a/a.go" + `
// Package a is @.
package a

// F is @.
func F() string { return ` + "\"@\"" + ` }
` + "```" + `

` + "```go code/a/a.go red" + `
// @
func G() { // @
	_ = F() + '@'
}
` + "```" + `

` + "```text code/@" + `
@
` + "```" + `

` + "```console" + `
$ echo @
@
` + "```" + `

` + "```text code/made.txt made" + `
@
` + "```" + `

` + "```text recorded=bench.txt" + `
@
` + "```" + `

` + "```rust fails=@" + `
@
` + "```" + `

` + "```@" + `
@
` + "```" + `

` + "```text @" + `
@
` + "```" + `

` + "```goat" + `
+-@-+  @ --> "@"
` + "```" + `

` + "```math" + `
@
` + "```" + `

[^1]: @

[@]: @
`
	return strings.ReplaceAll(page, "@", s)
}

// Chapters are whole chapters that try to get out of their pages.
func Chapters() []string {
	out := []string{
		"# A\n\n## B\n\n<details>\n<summary>x\n\n## C\n\n```go code/a/a.go\npackage a\n```\n",
		"# A\n\n<kbd>a *b</kbd> c*\n\n<sub>\n\nb\n\n</sub>\n",
		"# A\n\ntext <details> more\n\n</details>\n",
		"# A\n\n- <details>\n\n- </details>\n",
		"# A\n\n> <details>\n\nafter\n\n</details>\n",
		"# A\n\n## A\n\n## A\n\n## A-1\n\n## nav:text\n\n## search:box\n\n## fn:1\n\na[^1]\n\n[^1]: b[^1]\n",
		"# <b>\n\n## <summary>\n\n### </h3>\n",
		"# A\n\n[a [b](c.md)](d.md) [![x](y.png)](#a)\n",
		"# A\n\n<summary>\n</summary>\n\n</details>\n\n<br/><BR >\n",
		"# A\n\n[a[^1]](#a) [<https://a.b>](#a) [https://a.b](#a) [a@b.org](#a)\n\n[^1]: n [x[^1]](#a)\n",
		"# [A](#a) <https://a.b> [^1] ![x](y.png)\n\n## <kbd>B</kbd> `<b>` [^1]\n\n[^1]: # H\n\n    <details>\n",
		"# A\n\n| <br> | <kbd>a | </kbd> |\n|-|-|\n| <details> | a\\|b |\n\n![a <b> `c` [d](#a)](x.png)\n",
		"# A\n\n> [!NOTE]\n> <kbd>\n\n> [!WARNING]\n>\n> - **In Rust**\n>   ```rust\n>   <b>\n>   ```\n",
		"# A\n\n## B\n\n```go code/a/a.go\npackage a\n```\n\n### B:1\n\n## b:1\n\n## start:1\n",
		"# A\n\n$a<b$ $\\text{<script>alert(1)</script>}$ $\\frac{<b>}{\"}$ $\\href{javascript:alert(1)}{x}$ $\\unicode{x3c}$\n\n" +
			"$$\n\\begin{matrix} <b> & ' \\\\ \\sqrt[3]{>} & x_1^2 \\end{matrix}\n$$\n\n```math\n\\left< \\vec{a} \\right>\n\\operatorname{<i>}\n```\n",
		"# A\n\n```goat\n<svg onload=x>\n  ^ \"'&<\n```\n\n```goat\n\x1b[31m\n```\n",
	}
	for _, u := range URLs {
		out = append(out, "# A\n\n[a]("+u+") [b](<"+u+">) ![c](<"+u+">) <"+u+">\n\n[d]: "+u+"\n\n[d] "+u+"\n")
	}
	return out
}
