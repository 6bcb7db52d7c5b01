package lint

import (
	"regexp"
	"strings"
)

// fillers are the words that tell a reader who is stuck that it is easy.
var fillers = regexp.MustCompile(`(?i)\b(simply|just|obviously)\b`)

// prose counts words, sentences and questions, and finds the fillers.
func (l *linter) prose() {
	for _, e := range l.page.entries {
		if e.text == nil {
			continue
		}
		l.row.Words += e.words
		l.sentences(e.prose)
		for _, at := range fillers.FindAllStringIndex(e.prose, -1) {
			line := e.text.Line + strings.Count(e.prose[:at[0]], "\n")
			l.note(line, `the word "`+e.prose[at[0]:at[1]]+`"`, "better without")
		}
	}
}

// abbreviations end in a full stop that ends no sentence.
var abbreviations = map[string]bool{
	"e.g.": true, "i.e.": true, "cf.": true, "vs.": true, "etc.": true,
}

func (l *linter) sentences(prose string) {
	words := strings.Fields(prose)
	length := 0
	for i, w := range words {
		length++
		w = strings.TrimRight(w, `"'”’)*_`)
		end := w != "" && strings.ContainsAny(w[len(w)-1:], ".?!")
		if i == len(words)-1 {
			end = end || strings.HasSuffix(w, ":")
		}
		if !end || abbreviations[w] {
			continue
		}
		if strings.HasSuffix(w, "?") {
			l.row.Questions++
		}
		l.row.Sentences = append(l.row.Sentences, length)
		length = 0
	}
}
