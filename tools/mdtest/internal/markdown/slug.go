package markdown

import (
	"strconv"
	"strings"
	"unicode"
)

// Slug turns a heading into its anchor the way Git hosts do: lower case,
// spaces to hyphens, punctuation dropped.
func Slug(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.TrimSpace(heading)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			b.WriteRune(r)
		case r == ' ':
			b.WriteByte('-')
		}
	}
	return b.String()
}

// unique numbers the second and later headings of one name.
func unique(id string, seen map[string]int) string {
	n := seen[id]
	seen[id]++
	if n == 0 {
		return id
	}
	return id + "-" + strconv.Itoa(n)
}
