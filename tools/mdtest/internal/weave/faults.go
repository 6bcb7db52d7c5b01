package weave

import (
	"errors"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/markdown"
	"byhand/tools/mdtest/internal/mathml"
)

// faults returns what would break a page, links apart: they are package
// links' to check.
func faults(p *links.Page) diag.List {
	var errs diag.List
	for _, raw := range p.Doc.Refused() {
		errs.Addf(p.Pos(raw.Line), "%s: %s", raw.Tag, raw.Why)
	}
	checkAnchors(p, &errs)
	for _, f := range p.Doc.Formulas {
		checkFormula(p, f, &errs)
	}
	for _, item := range p.Doc.Items {
		if f, ok := item.(*markdown.Fence); ok && isMath(f) {
			checkFormula(p, markdown.Formula{Line: f.LineAt(0), TeX: f.Text(), Closed: true}, &errs)
		}
	}
	return errs
}

// checkAnchors complains of headings that share an anchor. The second one would
// have a number in it, and links to it would break when the first one goes.
func checkAnchors(p *links.Page, errs *diag.List) {
	lines := map[string]int{}
	for _, item := range p.Doc.Items {
		h, ok := item.(*markdown.Heading)
		if !ok {
			continue
		}
		slug := markdown.Slug(h.Text)
		switch {
		case slug == "":
			errs.Addf(p.Pos(h.Line), "the heading has no letters or digits to make an anchor of")
		case lines[slug] > 0:
			errs.Addf(p.Pos(h.Line), "the heading %q has the anchor #%s of line %d: name it otherwise", h.Text, slug, lines[slug])
		default:
			lines[slug] = h.Line
		}
	}
}

// isMath reports whether a fence shows a formula.
func isMath(f *markdown.Fence) bool {
	info, _ := chapter.ParseInfo(f.Info)
	return info.Lang == "math" && !info.Sketch
}

// checkFormula complains of a formula that can't be read.
func checkFormula(p *links.Page, f markdown.Formula, errs *diag.List) {
	if !f.Closed {
		errs.Addf(p.Pos(f.Line), "the formula is never closed: $$")
		return
	}
	_, err := mathml.Render(f.TeX, f.Display)
	var bad *mathml.Error
	if errors.As(err, &bad) {
		line := f.Line + strings.Count(strings.TrimRight(f.TeX[:bad.Offset], "\n"), "\n")
		errs.Addf(p.Pos(line), "in the formula: %s", bad.Msg)
	}
}
