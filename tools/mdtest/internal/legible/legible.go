// Package legible knows which characters a reader can see: those that pages,
// chapters and outputs may have. Control characters can end a string or an
// element early, and those that turn the direction of writing show another
// program than the one that runs.
//
// Non-goals: fonts, and letters that look alike.
package legible

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Is reports whether r may stand in a text. A newline may.
func Is(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return true
	case r < ' ', 0x7f <= r && r <= 0x9f: // control characters
		return false
	case 0x2028 <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069: // ends of lines, directions
		return false
	case r&0xfffe == 0xfffe, 0xfdd0 <= r && r <= 0xfdef, r == 0xfeff: // no characters
		return false
	}
	return true
}

// Fault says what is wrong with a line of text, or returns "".
func Fault(line string) string {
	if !utf8.ValidString(line) {
		return "not valid UTF-8"
	}
	for _, r := range line {
		switch {
		case r == 0:
			return "a NUL byte"
		case !Is(r):
			return fmt.Sprintf("%U, a character that nobody sees", r)
		}
	}
	return ""
}

// Clean returns the text with U+FFFD for each character that is not legible,
// and for each run of bytes that are none.
func Clean(text string) string {
	for _, r := range text {
		if r == utf8.RuneError || !Is(r) {
			return strings.Map(func(r rune) rune {
				if !Is(r) {
					return utf8.RuneError
				}
				return r
			}, strings.ToValidUTF8(text, "\uFFFD"))
		}
	}
	return text
}
