package epub

import (
	"fmt"
	"strings"

	"byhand/tools/mdtest/internal/volume"
)

// cover draws the title, a line for every few words.
func cover(title string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900" width="600" height="900">
<rect width="600" height="900" fill="#1d2a33"/>
<rect x="60" y="180" width="90" height="6" fill="#e0965a"/>
<g fill="#fdfcf9" font-family="Georgia, serif" font-size="64">
`)
	for i, line := range wrap(title, 14) {
		fmt.Fprintf(&b, "<text x=\"60\" y=\"%d\">%s</text>\n", 290+i*80, volume.EscapeXML(line))
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

// wrap breaks text into lines of about so many letters.
func wrap(text string, width int) []string {
	var lines []string
	for word := range strings.FieldsSeq(text) {
		if last := len(lines) - 1; last >= 0 && len(lines[last])+1+len(word) <= width {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}
