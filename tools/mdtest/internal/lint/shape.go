package lint

import (
	"fmt"
	"strings"
)

// shape notes what a chapter has too much or too little of.
func (l *linter) shape() {
	l.between("word", l.row.Words, minWords, maxWords)
	l.between("drawing", l.row.Drawings, minDrawings, maxDrawings)
	line, n := 1, 0
	for _, s := range l.page.Sections {
		if s.Title == "Challenges" {
			line, n = s.Line, len(s.Exers)
		}
	}
	if n != challenges {
		l.note(line, count(n, "challenge"), fmt.Sprintf("a chapter ends with %d", challenges))
	}
	if !l.selfCheck() {
		l.note(1, "no heading Self-check", "a chapter ends with a list of its outcomes")
	}
}

func (l *linter) between(noun string, n, least, most int) {
	if n < least || n > most {
		l.note(1, count(n, noun)+" in the chapter", fmt.Sprintf("%d to %d", least, most))
	}
}

func (l *linter) selfCheck() bool {
	for _, e := range l.page.entries {
		if e.head != nil && strings.HasPrefix(strings.ToLower(e.head.Text), "self-check") {
			return true
		}
	}
	return false
}
