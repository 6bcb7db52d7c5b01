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

// unique numbers the second and later headings of one name, past the names
// that other headings have. seen counts how often each was asked for.
func unique(id string, seen map[string]int) string {
	name := id
	for {
		if _, taken := seen[name]; !taken {
			seen[name] = 0
			return name
		}
		seen[id]++
		name = id + "-" + strconv.Itoa(seen[id])
	}
}
