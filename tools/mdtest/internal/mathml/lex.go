package mathml

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token is.
type kind int

const (
	eof     kind = iota
	command      // \name or \sign; text is without the backslash
	letter
	number
	sign // anything else that stands for itself
	open // {
	shut // }
	sup  // ^
	sub  // _
	cell // &
	line // \\
	tilde
)

type token struct {
	kind kind
	text string
	at   int
	end  int // where the source goes on after it
	gap  bool
}

// lex cuts a formula into tokens. The last is eof. White space only parts
// them; gap says that some stands before one.
func lex(src string) []token {
	var out []token
	gap := false
	for i := 0; i < len(src); {
		if strings.ContainsRune(" \t\n", rune(src[i])) {
			gap = true
			i++
			continue
		}
		t := next(src, i)
		t.gap = gap
		gap = false
		out = append(out, t)
		i = t.end
	}
	return append(out, token{kind: eof, at: len(src), end: len(src)})
}

var single = map[byte]kind{'{': open, '}': shut, '^': sup, '_': sub, '&': cell, '~': tilde}

// next reads the token at offset i, which is no white space.
func next(src string, i int) token {
	if src[i] == '\\' {
		return escaped(src, i)
	}
	if k, ok := single[src[i]]; ok {
		return token{kind: k, text: src[i : i+1], at: i, end: i + 1}
	}
	if end := i + digits(src[i:]); end > i {
		return token{kind: number, text: src[i:end], at: i, end: end}
	}
	r, n := utf8.DecodeRuneInString(src[i:])
	k := sign
	if unicode.IsLetter(r) {
		k = letter
	}
	return token{kind: k, text: src[i : i+n], at: i, end: i + n}
}

// digits returns the length of the number that s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.' && n > 0 && n+1 < len(s) && s[n+1] >= '0' && s[n+1] <= '9') {
		n++
	}
	return n
}

// escaped reads a backslash and the letters after it, or one sign.
func escaped(src string, i int) token {
	end := i + 1
	for end < len(src) && (src[end] >= 'a' && src[end] <= 'z' || src[end] >= 'A' && src[end] <= 'Z') {
		end++
	}
	if end == i+1 && end < len(src) {
		_, n := utf8.DecodeRuneInString(src[end:])
		end += n
	}
	k := command
	if src[i:end] == `\\` {
		k = line
	}
	return token{kind: k, text: src[i+1 : end], at: i, end: end}
}
