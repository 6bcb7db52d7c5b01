package weave

import (
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/bep/goat"
)

// renderDiagram draws ASCII art. Who can't see it gets the source.
func renderDiagram(src string) string {
	src = strings.ReplaceAll(src, "\t", "    ")
	svg := goat.BuildSVG(strings.NewReader(src))
	body := strings.ReplaceAll(svg.Body, "fill='#fff'", "class='hole'")
	drawing := fmt.Sprintf("<div class=\"scroll\"><svg role=\"img\" aria-label=\"Diagram\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %[1]d %[2]d\" fill=\"currentColor\" text-anchor=\"middle\">\n%s</svg></div>\n",
		svg.Width, svg.Height, inRows(body))
	return figure{
		class: "diagram",
		body:  drawing + "<pre class=\"hidden\">" + escape(src) + "</pre>\n",
	}.String()
}

// letter is how goat draws one: an element for each.
var letter = regexp.MustCompile(`<text text-anchor='middle' x='(\d+)' y='(\d+)' fill='currentColor' style='font-size:1em'>([^<]*)</text>\n`)

// row is the letters of one line of a diagram.
type row struct{ at, text strings.Builder }

// inRows makes the letters of a line one element that says where each of
// them stands, which is a tenth as long.
func inRows(body string) string {
	rows := map[string]*row{}
	rest := letter.ReplaceAllStringFunc(body, func(s string) string {
		m := letter.FindStringSubmatch(s)
		if !single(html.UnescapeString(m[3])) {
			return s
		}
		r := rows[m[2]]
		if r == nil {
			r = &row{}
			rows[m[2]] = r
		}
		r.at.WriteString(m[1] + " ")
		r.text.WriteString(m[3])
		return ""
	})
	var out strings.Builder
	for _, y := range slices.Sorted(maps.Keys(rows)) {
		r := rows[y]
		fmt.Fprintf(&out, "<text y='%s' x='%s'>%s</text>\n", y, strings.TrimSpace(r.at.String()), &r.text)
	}
	end := strings.LastIndex(rest, "</g>")
	return rest[:max(end, 0)] + out.String() + rest[max(end, 0):]
}

// single reports whether s is one letter that takes one place: SVG counts
// in units of UTF-16, and marks join the letter before them.
func single(s string) bool {
	r := []rune(s)
	return len(r) == 1 && r[0] < 0x10000 && !unicode.IsMark(r[0])
}
