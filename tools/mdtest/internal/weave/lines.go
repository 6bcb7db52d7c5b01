package weave

import (
	"fmt"
	"strings"
)

// writeLines writes the lines of a block of code, each of which is HTML
// already, so that they cost little: lines of one state with numbers that
// follow each other are one element, which says where counting begins, and
// each line is a bare element in it. The style sheet counts; numbers are no
// text, and are not copied. Each line ends within its element, so that it
// can wrap on its own.
func writeLines(b *strings.Builder, lines []string, states []state, numbers []int) {
	mixed := isMixed(states)
	for i := 0; i < len(lines); {
		open, end := run(states[i], numbers[i], mixed)
		b.WriteString(open)
		for from := i; i < len(lines) && (i == from || follows(states, numbers, i)); i++ {
			b.WriteString("<span>")
			b.WriteString(lines[i])
			b.WriteString("\n</span>")
		}
		b.WriteString(end)
	}
}

// follows reports whether line i belongs to the run of the line before it.
func follows(states []state, numbers []int, i int) bool {
	return states[i] == states[i-1] &&
		(numbers[i] == numbers[i-1]+1 && numbers[i-1] > 0 || numbers[i] == 0 && numbers[i-1] == 0)
}

// run returns what a run of lines begins and ends with. What is new is
// marked where something else is not.
func run(s state, number int, mixed bool) (open, end string) {
	tag, class, count := "span", "", ""
	switch {
	case s == fresh && mixed:
		tag = "ins"
	case s != fresh && s != stays:
		class = ` class="` + string(s) + `"`
	}
	if number > 0 {
		count = fmt.Sprintf(` style="--n:%d"`, number-1)
	}
	return "<" + tag + class + count + ">", "</" + tag + ">"
}

// isMixed reports whether some lines stood there before.
func isMixed(states []state) bool {
	for _, s := range states {
		if s == old || s == stays {
			return true
		}
	}
	return false
}

// escape makes text safe between tags, where quotation marks are: it is
// shorter than what attributes need.
func escape(text string) string { return textEscaper.Replace(text) }

var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
