package markdown

import (
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Refused is raw HTML that a page may not have, and why.
type Refused struct {
	Line int
	Tag  string
	Why  string
}

// Allowed are the tags that raw HTML may have, without attributes.
const Allowed = "<details> <summary> <br> <kbd> <sub> <sup>"

var (
	rawPart  = regexp.MustCompile(`(?s)<!--.*?-->|<[^<>]*>|<`)
	plainTag = regexp.MustCompile(`(?i)^<(/?)(details|summary|br|kbd|sub|sup)\s*/?>$`)
)

// rawTag is what looks like a tag in raw HTML.
type rawTag struct {
	node       ast.Node // the HTMLBlock or RawHTML that it stands in
	line       int
	start, end int    // in the node's text
	text       string // as it is written
	name       string // of one that is allowed as such
	closes     bool
	summary    bool   // of <details>: has one
	why        string // what is wrong with it
}

// html returns what the page gets: the tag, or the tag as text.
func (t *rawTag) html() string {
	switch {
	case t.why != "":
		return html.EscapeString(t.text)
	case t.closes:
		return "</" + t.name + ">"
	}
	return "<" + t.name + ">"
}

// Refused returns the raw HTML that HTML does not let through: it shows it
// as text instead.
func (d *Doc) Refused() []Refused {
	var out []Refused
	for _, t := range d.raw.all {
		if t.why != "" {
			out = append(out, Refused{t.line, oneLine(t.text), t.why})
		}
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// sanitized returns the raw HTML of a node: the tags that are allowed, no
// comments, and the rest as text.
func (d *Doc) sanitized(n ast.Node) string {
	var b strings.Builder
	text := d.rawText(n)
	pos := 0
	for _, t := range d.raw.of[n] {
		b.WriteString(escapeText(text[pos:t.start]))
		b.WriteString(t.html())
		pos = t.end
	}
	b.WriteString(escapeText(text[pos:]))
	return b.String()
}

// rawText returns the raw HTML that an HTMLBlock or a RawHTML holds.
func (d *Doc) rawText(n ast.Node) string {
	var b strings.Builder
	switch n := n.(type) {
	case *ast.HTMLBlock:
		b.WriteString(d.html(n).Text)
	case *ast.RawHTML:
		for i := range n.Segments.Len() {
			seg := n.Segments.At(i)
			b.Write(seg.Value(d.Source))
		}
	}
	return strings.ToValidUTF8(b.String(), "\uFFFD")
}

var comment = regexp.MustCompile(`(?s)<!--.*?-->`)

// escapeText escapes the text between tags, where &lt; stands for < already,
// and leaves out the comments.
func escapeText(s string) string {
	return html.EscapeString(html.UnescapeString(comment.ReplaceAllString(s, "")))
}
