package hostile

import (
	"encoding/base64"
	"fmt"
	"html"
	"strconv"
	"strings"

	"byhand/tools/mdtest/internal/legible"
)

// Book returns the files of a book that has nothing wrong with it, and the
// text wherever a book can have it. What is not legible nobody can say.
func Book(text string) map[string]string {
	text = legible.Clean(text)
	in := strings.NewReplacer("@md", escaped(text), "@html", html.EscapeString(text),
		"@go", strconv.Quote(text), "@", text)
	dot, _ := base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")
	files := map[string]string{
		"go.mod":             "module byhand\n\ngo 1.26\n",
		"book/SUMMARY.md":    in.Replace("# @md\n\n- [@md](../chapters/01-one.md)\n\n# @md\n\n- [@md](plain.md)\n- [@md](../x/doc.go)\n- [@md]()\n"),
		"book/plain.md":      in.Replace("# @md\n\n@md `@`\n\n~~~\n@\n~~~\n"),
		"x/doc.go":           in.Replace("// Package x is @go.\n//\n// # A heading\n//\n//\t@\npackage x\n"),
		"book/dot.png":       string(dot),
		"book/bench/all.txt": in.Replace("@\n"),
		"chapters/01-one.md": in.Replace(strings.ReplaceAll(chapter, "~~~", "`````")),
		"chapters/made/01-one/02-made/code/made.txt.txt": in.Replace("@\n"),
	}
	return files
}

// escaped returns text as Markdown that stands for it.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < 0x80 && strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
			b.WriteByte('\\')
		}
		fmt.Fprintf(&b, "%c", r)
	}
	return b.String()
}

// chapter has @ for the text, @md for Markdown that shows it, @html for HTML
// that does, and @go for a literal.
const chapter = `# @md

Above @md.

## A step

A step: @md[^1] *@md* ~~@md~~ [@md](../book/plain.md "@md") [x][r] ![@md](../book/dot.png "@md").

> [!NOTE]
> **In Rust** @md

> [!WARNING]
> @md

| @md | a |
| :- | -: |
| @md | b |

- @md
- [x] @md

<details>
<summary>Hint: @html</summary>

@md

</details>

~~~go code/a/a.go
// Package a is @go.
package a

// Text is @go.
const Text = @go

// T has a field.
type T struct {
	// Field is @go.
	Field int
}
~~~

~~~go code/a/a.go
// F returns @go.
func F() string { return Text + @go }
~~~

~~~text code/a/a.txt
@
~~~

~~~html code/a/a.html
@
~~~

~~~console
$ echo x: @go
x: @
~~~

~~~rust sketch
// @
~~~

~~~text
@
~~~

~~~diff
- @
~~~

~~~goat
+---+  "@" --> @
~~~

## Made

~~~console
$ cp code/a/a.txt code/made.txt
~~~

~~~text code/made.txt made
@
~~~

~~~text recorded=all.txt
@
~~~

### @md 1

@md

[^1]: @md

[r]: https://example.org/ "@md"
`
