package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// rawTags are the tags of a page's raw HTML, judged.
type rawTags struct {
	all []*rawTag
	of  map[ast.Node][]*rawTag
}

// Why a tag is refused.
const (
	whyOther   = "raw HTML on a page is one of " + Allowed
	whyInline  = "it stands in a line of text; give it a line of its own, with blank lines around"
	whyOpen    = "it is never closed where it stands"
	whyNothing = "it closes nothing where it stands"
	whySummary = "a <summary> stands in a <details>, with nothing but text in it"
	whyFold    = "a <details> has one <summary>"
)

// judge reads the tags of the page in order. A tag that is let through has
// its partner beside it, among the children of the same node, so that the
// page's elements nest, whatever stands between the two.
type judge struct {
	doc  *Doc
	open map[ast.Node][]*rawTag // by the parents of the nodes they stand in
}

func (d *Doc) readTags() {
	d.raw.of = map[ast.Node][]*rawTag{}
	j := judge{doc: d, open: map[ast.Node][]*rawTag{}}
	_ = ast.Walk(d.root, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if in && (n.Kind() == ast.KindHTMLBlock || n.Kind() == ast.KindRawHTML) {
			j.node(n)
		}
		return ast.WalkContinue, nil
	})
	for _, tags := range j.open {
		for _, t := range tags {
			t.why = whyOpen
		}
	}
}

// node judges the tags of a piece of raw HTML.
func (j *judge) node(n ast.Node) {
	text, line := j.doc.rawText(n), j.doc.rawLine(n)
	for _, at := range rawPart.FindAllStringIndex(text, -1) {
		t := &rawTag{
			node: n, start: at[0], end: at[1], text: text[at[0]:at[1]],
			line: line + strings.Count(text[:at[0]], "\n"),
		}
		if comment.MatchString(t.text) {
			continue
		}
		j.doc.raw.all = append(j.doc.raw.all, t)
		j.doc.raw.of[n] = append(j.doc.raw.of[n], t)
		j.tag(t)
	}
	if n.Kind() == ast.KindHTMLBlock {
		j.endBlock(n)
	}
}

func (j *judge) tag(t *rawTag) {
	m := plainTag.FindStringSubmatch(t.text)
	if m == nil {
		t.why = whyOther
		return
	}
	t.closes, t.name = m[1] != "", strings.ToLower(m[2])
	parent := t.node.Parent()
	open := j.open[parent]
	outer := &rawTag{} // the element that it stands in
	if len(open) > 0 {
		outer = open[len(open)-1]
	}
	around := outer.name
	block := t.name == "details" || t.name == "summary"
	switch {
	case block && t.node.Kind() == ast.KindRawHTML:
		t.why = whyInline
	case t.closes && around != t.name:
		t.why = whyNothing
	case t.closes:
		j.open[parent] = open[:len(open)-1]
		if around == "details" && !outer.summary {
			outer.why, t.why = whyFold, whyFold
		}
	case t.name == "br":
	case t.name == "summary" && around != "details", t.name == "details" && around != "" && around != "details":
		t.why = whySummary
	case t.name == "summary" && outer.summary:
		t.why = whyFold
	default:
		outer.summary = outer.summary || t.name == "summary"
		j.open[parent] = append(open, t)
	}
}

// endBlock refuses what a block of HTML leaves open: only a fold goes on in
// later blocks.
func (j *judge) endBlock(n ast.Node) {
	var folds []*rawTag
	for _, t := range j.open[n.Parent()] {
		if t.name == "details" {
			folds = append(folds, t)
		} else {
			t.why = whyOpen
		}
	}
	j.open[n.Parent()] = folds
}

func (d *Doc) rawLine(n ast.Node) int {
	raw, ok := n.(*ast.RawHTML)
	switch {
	case !ok:
		return d.Line(n.Pos())
	case raw.Segments.Len() == 0:
		return 0
	}
	return d.Line(raw.Segments.At(0).Start)
}
