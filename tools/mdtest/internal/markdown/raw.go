package markdown

import (
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Refused is raw HTML that a page may not have.
type Refused struct {
	Line int
	Tag  string
}

// Allowed are the tags that raw HTML may have, without attributes.
const Allowed = "<details> <summary> <br> <kbd> <sub> <sup>"

var (
	rawPart  = regexp.MustCompile(`(?s)<!--.*?-->|<[^<>]*>|<`)
	plainTag = regexp.MustCompile(`(?i)^<(/?)(details|summary|br|kbd|sub|sup)\s*/?>$`)
)

// Refused returns the raw HTML that HTML does not let through: it shows it
// as text instead.
func (d *Doc) Refused() []Refused {
	var out []Refused
	look := func(line int, text string) {
		for _, at := range rawPart.FindAllStringIndex(text, -1) {
			part := text[at[0]:at[1]]
			if sanitizePart(part) == html.EscapeString(part) {
				out = append(out, Refused{line + strings.Count(text[:at[0]], "\n"), oneLine(part)})
			}
		}
	}
	_ = ast.Walk(d.root, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.HTMLBlock:
			if in {
				h := d.html(n)
				look(h.Line, h.Text)
			}
		case *ast.RawHTML:
			if in && n.Segments.Len() > 0 {
				look(d.Line(n.Segments.At(0).Start), rawText(n, d.Source))
			}
		}
		return ast.WalkContinue, nil
	})
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// sanitize lets the allowed tags of raw HTML through, drops comments and
// shows the rest as text.
func sanitize(s string) string {
	var b strings.Builder
	pos := 0
	for _, at := range rawPart.FindAllStringIndex(s, -1) {
		b.WriteString(escapeText(s[pos:at[0]]))
		b.WriteString(sanitizePart(s[at[0]:at[1]]))
		pos = at[1]
	}
	b.WriteString(escapeText(s[pos:]))
	return b.String()
}

func sanitizePart(part string) string {
	if strings.HasPrefix(part, "<!--") {
		return ""
	}
	if m := plainTag.FindStringSubmatch(part); m != nil {
		return "<" + m[1] + strings.ToLower(m[2]) + ">"
	}
	return html.EscapeString(part)
}

// escapeText escapes the text between tags, where &lt; stands for < already.
func escapeText(s string) string { return html.EscapeString(html.UnescapeString(s)) }
