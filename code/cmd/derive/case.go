package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// words splits a Go name: UserID is User and ID, HTTPServer is HTTP and
// Server.
func words(name string) (all []string) {
	runes, start := []rune(name), 0
	for i := 1; i < len(runes); i++ {
		up := unicode.IsUpper(runes[i])
		afterLower := !unicode.IsUpper(runes[i-1])
		beforeLower := i+1 < len(runes) && unicode.IsLower(runes[i+1])
		if up && (afterLower || beforeLower) {
			all = append(all, string(runes[start:i]))
			start = i
		}
	}
	return append(all, string(runes[start:]))
}

func lower(s string) string { return strings.ToLower(s) }

func upper(s string) string { return strings.ToUpper(s) }

func title(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return upper(s[:n]) + lower(s[n:])
}

func join(words []string, sep string, f func(string) string) string {
	var all []string
	for _, w := range words {
		all = append(all, f(w))
	}
	return strings.Join(all, sep)
}

// The values of rename_all, and what each makes of words.
var cases = map[string]func(words []string) string{
	"lowercase":  func(w []string) string { return join(w, "", lower) },
	"UPPERCASE":  func(w []string) string { return join(w, "", upper) },
	"PascalCase": func(w []string) string { return join(w, "", title) },
	"camelCase": func(w []string) string {
		return lower(w[0]) + join(w[1:], "", title)
	},
	"snake_case": func(w []string) string {
		return join(w, "_", lower)
	},
	"kebab-case": func(w []string) string {
		return join(w, "-", lower)
	},
	"SCREAMING_SNAKE_CASE": func(w []string) string {
		return join(w, "_", upper)
	},
	"SCREAMING-KEBAB-CASE": func(w []string) string {
		return join(w, "-", upper)
	},
}

// inCase returns a Go name as rename_all=style has it.
func inCase(style, name string) string {
	if f, ok := cases[style]; ok {
		return f(words(name))
	}
	return name
}
