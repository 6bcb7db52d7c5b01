package weave

import (
	"go/token"
	"go/types"
	"strings"
	"unicode"
)

// words cuts a text into what can be looked for: letters, digits and _.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// otherWords returns the words of code that the text does not have, each
// once. Nobody looks for numbers, int, or names of two letters.
func otherWords(code, text string) string {
	if code == "" {
		return ""
	}
	known := map[string]bool{} // of the code, in lower case: the text has it too
	for _, w := range words(code) {
		known[strings.ToLower(w)] = false
	}
	for _, w := range words(text) {
		low := strings.ToLower(w)
		if _, ok := known[low]; ok {
			known[low] = true
		}
	}
	var out []string
	for _, w := range words(code) {
		low := strings.ToLower(w)
		if known[low] || len(w) < 3 || types.Universe.Lookup(w) != nil || token.IsKeyword(w) || w[0] >= '0' && w[0] <= '9' {
			continue
		}
		known[low] = true
		out = append(out, w)
	}
	return strings.Join(out, " ")
}
