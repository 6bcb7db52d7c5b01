package weave

import (
	"fmt"
	"html"
	"strings"

	"github.com/bep/goat"
)

// renderDiagram draws ASCII art. Who can't see it gets the source.
func renderDiagram(src string) string {
	src = strings.ReplaceAll(src, "\t", "    ")
	svg := goat.BuildSVG(strings.NewReader(src))
	body := strings.ReplaceAll(svg.Body, "fill='#fff'", "class='hole'")
	drawing := fmt.Sprintf("<div class=\"scroll\"><svg role=\"img\" aria-label=\"Diagram\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %[1]d %[2]d\">\n%s</svg></div>\n",
		svg.Width, svg.Height, body)
	return figure{
		class: "diagram",
		body:  drawing + "<pre class=\"hidden\">" + html.EscapeString(src) + "</pre>\n",
	}.String()
}
