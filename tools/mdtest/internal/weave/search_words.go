package weave

import (
	"go/token"
	"go/types"
	"regexp"
	"strings"
)

var searchWord = regexp.MustCompile(`[\pL\pN_]+`)

// otherWords returns the words of code that the text does not have, each
// once. Nobody looks for numbers, int, or names of two letters.
func otherWords(code, text string) string {
	seen := map[string]bool{}
	for _, w := range searchWord.FindAllString(text, -1) {
		seen[strings.ToLower(w)] = true
	}
	var out []string
	for _, w := range searchWord.FindAllString(code, -1) {
		low := strings.ToLower(w)
		if seen[low] || len(w) < 3 || types.Universe.Lookup(w) != nil || token.IsKeyword(w) || w[0] >= '0' && w[0] <= '9' {
			continue
		}
		seen[low] = true
		out = append(out, w)
	}
	return strings.Join(out, " ")
}
