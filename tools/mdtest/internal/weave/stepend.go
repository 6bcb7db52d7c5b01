package weave

import (
	"fmt"
	"html"
	"strings"

	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/markdown"
)

// stepEnds returns what stands at the end of each step of a page, by the
// line of the heading that comes next, 0 for the page's end: a button that
// marks the step as done, and the way to the sections around it.
func (w *weaver) stepEnds(p *links.Page) map[int]string {
	tags, ends := w.tags(p), map[int]string{}
	var heads []*markdown.Heading
	for _, item := range p.Doc.Items {
		if h, ok := item.(*markdown.Heading); ok && h.Level == 2 {
			heads = append(heads, h)
		}
	}
	for i, h := range heads {
		tag := tags[h.Line]
		if tag == "" {
			continue
		}
		var before, next *markdown.Heading
		line := 0
		if i > 0 {
			before = heads[i-1]
		}
		if i+1 < len(heads) {
			next = heads[i+1]
			line = next.Line
		}
		ends[line] = stepEnd(tag, before, next)
	}
	return ends
}

func stepEnd(tag string, before, next *markdown.Heading) string {
	var b strings.Builder
	b.WriteString(`<p class="step-end">`)
	if before != nil {
		fmt.Fprintf(&b, `<a class="prev" href="#%s">%s</a> `, html.EscapeString(before.ID), escape(before.Text))
	}
	fmt.Fprintf(&b, `<button type="button" class="script" data-done="%s" aria-pressed="false" aria-label="Step %s is done">Done</button>`,
		html.EscapeString(tag), stepNumber(tag))
	if next != nil {
		fmt.Fprintf(&b, ` <a class="next" href="#%s">%s</a>`, html.EscapeString(next.ID), escape(next.Text))
	}
	b.WriteString("</p>\n")
	return b.String()
}

// stepNumber returns the MM of NN-name/MM-slug, less leading zeros.
func stepNumber(tag string) string {
	_, step, _ := strings.Cut(tag, "/")
	n, _, _ := strings.Cut(step, "-")
	return strings.TrimLeft(n, "0")
}
