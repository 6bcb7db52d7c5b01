package weave

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/markdown"
)

// figure is a block with what is said about it.
type figure struct {
	id    string // anchor, or empty
	class string
	path  string
	words string   // what happens, as HTML
	flags []string // what the reader should be warned of
	body  string   // HTML
	mark  mark
}

// String returns the figure as HTML.
func (f figure) String() string {
	var b strings.Builder
	id := ""
	if f.id != "" {
		id = fmt.Sprintf(" id=\"%s\"", html.EscapeString(f.id))
	}
	fmt.Fprintf(&b, "<figure class=\"%s\"%s>\n", f.class, id)
	if f.path != "" || f.words != "" || len(f.flags) > 0 {
		b.WriteString("<figcaption>")
		if f.path != "" {
			fmt.Fprintf(&b, "<code class=\"path\">%s</code> ", breakable(f.path))
		}
		if f.words != "" {
			fmt.Fprintf(&b, "<span class=\"what\">%s</span> ", f.words)
		}
		for _, flag := range f.flags {
			fmt.Fprintf(&b, "<span class=\"flag\">%s</span> ", html.EscapeString(flag))
		}
		b.WriteString("</figcaption>\n")
	}
	b.WriteString(f.body)
	b.WriteString(f.mark.html("p"))
	b.WriteString("</figure>\n")
	return b.String()
}

// breakable lets a long path break behind its slashes.
func breakable(path string) string {
	return strings.ReplaceAll(html.EscapeString(path), "/", "/<wbr>")
}

// block renders a chapter's block.
func (p *page) block(b *chapter.Block) string {
	switch b.Kind {
	case chapter.Listing, chapter.File:
		return p.listing(b, p.placed[b])
	case chapter.Console:
		return p.console(b)
	case chapter.Testscript:
		return p.plain(b, []string{"a testscript"})
	case chapter.Rust:
		return p.rust(b)
	case chapter.Recorded:
		return p.plain(b, []string{"a recorded measurement: " + b.Recorded})
	}
	return p.plain(b, nil)
}

// plain renders a block that only shows something.
func (p *page) plain(b *chapter.Block, flags []string) string {
	if b.Lang == "goat" && !b.Sketch {
		return renderDiagram(b.Text())
	}
	if isMath(b.Fence) {
		return figure{id: p.ids[b], class: "math", body: mathHTML(markdown.Formula{TeX: b.Text(), Display: true}) + "\n"}.String()
	}
	f := figure{id: p.ids[b], class: "shown", flags: flags, mark: p.proof(b)}
	lines := plainLines(b)
	if b.Lang == "go" {
		lines = highlight(b.Text(), naming{})
	}
	f.body = pre(b.Lang, strings.Join(lines, "\n")+"\n")
	return f.String()
}

func (p *page) rust(b *chapter.Block) string {
	f := figure{id: p.ids[b], class: "rust", words: "Rust", mark: p.proof(b)}
	if len(b.Codes) > 0 {
		var codes []string
		for _, c := range b.Codes {
			codes = append(codes, fmt.Sprintf(`<a href="https://doc.rust-lang.org/error_codes/%s.html">%[1]s</a>`, html.EscapeString(c)))
		}
		f.class = "rust rejected"
		f.words = "Rust that does not compile: " + and(codes)
	}
	f.body = pre("rust", strings.Join(plainLines(b), "\n")+"\n")
	return f.String()
}

// console tells commands from what they print.
func (p *page) console(b *chapter.Block) string {
	f := figure{id: p.ids[b], class: "console", mark: p.proof(b)}
	if b.Fails {
		f.flags = append(f.flags, "the last command fails, on purpose")
	}
	if b.Numbers {
		f.flags = append(f.flags, "the numbers differ from run to run")
	}
	lines := plainLines(b)
	for _, c := range b.Commands() {
		for i := c.At; i < c.From; i++ {
			prompt, text := "", lines[i]
			if i == c.At {
				prompt, text = `<span class="prompt">$ </span>`, strings.TrimPrefix(text, "$ ")
			}
			lines[i] = prompt + `<span class="cmd">` + text + "</span>"
		}
	}
	f.body = pre("console", strings.Join(lines, "\n")+"\n")
	return f.String()
}

func plainLines(b *chapter.Block) []string {
	var out []string
	for _, l := range b.Lines {
		out = append(out, escape(l.Text))
	}
	return out
}

func pre(lang, body string) string {
	class := ""
	if lang != "" {
		class = ` class="language-` + html.EscapeString(lang) + `"`
	}
	return "<pre><code" + class + ">" + body + "</code></pre>\n"
}

// and joins words as a sentence does.
func and(words []string) string {
	words = slices.Clone(words)
	if n := len(words); n > 1 {
		words[n-2] += " and " + words[n-1]
		words = words[:n-1]
	}
	return strings.Join(words, ", ")
}
