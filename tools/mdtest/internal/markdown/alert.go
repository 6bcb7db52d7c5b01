package markdown

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

var alertMark = regexp.MustCompile(`^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]$`)

// InRust opens the sidebars that say what Rust would have made of it.
const InRust = "In Rust"

// quote renders a block quote; one that begins with [!NOTE] or the like is
// an alert.
func (p *page) quote(w util.BufWriter, _ []byte, n ast.Node, in bool) (ast.WalkStatus, error) {
	if in {
		kind, rust := p.alert(n)
		switch {
		case rust:
			fmt.Fprintf(w, "<aside class=\"%s in-rust\">\n", kind)
		case kind != "":
			fmt.Fprintf(w, "<aside class=\"%s\">\n<p class=\"kind\">%[1]s</p>\n", kind)
		default:
			w.WriteString("<blockquote>\n")
		}
		return ast.WalkContinue, nil
	}
	if p.hidden[n] {
		w.WriteString("</aside>\n")
	} else {
		w.WriteString("</blockquote>\n")
	}
	return ast.WalkContinue, nil
}

// alert returns the kind of an alert, or "" for another block quote, and
// whether it is about Rust. It hides the marker.
func (p *page) alert(quote ast.Node) (kind string, rust bool) {
	first, ok := quote.FirstChild().(*ast.Paragraph)
	if !ok {
		return "", false
	}
	line := first.Lines().At(0)
	m := alertMark.FindStringSubmatch(strings.TrimSpace(string(line.Value(p.doc.Source))))
	if m == nil {
		return "", false
	}
	p.hidden[quote] = true
	opener := first.FirstChild()
	for opener != nil {
		t, ok := opener.(*ast.Text)
		if !ok || t.Segment.Start >= line.Stop {
			break
		}
		p.hidden[t] = true
		opener = opener.NextSibling()
	}
	if opener == nil {
		p.hidden[first] = true
		if next, ok := first.NextSibling().(*ast.Paragraph); ok {
			opener = next.FirstChild()
		}
	}
	em, ok := opener.(*ast.Emphasis)
	return strings.ToLower(m[1]), ok && em.Level == 2 && p.doc.plain(em) == InRust
}
