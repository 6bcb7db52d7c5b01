package json

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"

	"byhand/code/serde"
)

// A Kind is what an [Error] is about. As an error it is a target for
// errors.Is.
type Kind string

const (
	Syntax     Kind = "syntax"       // the input is not JSON
	EndOfInput Kind = "end of input" // the input ends too early
	Data       Kind = "data"         // JSON, but not for this type
	Limit      Kind = "limit"        // more than we are ready to read
	IO         Kind = "I/O"          // the input couldn't be read
)

func (k Kind) Error() string { return "json: " + string(k) }

// An Error says what is wrong with an input, and where.
type Error struct {
	Kind Kind
	// Offset counts the bytes before the place, Line and Column (in
	// characters) begin with 1.
	Offset, Line, Column int
	// Path is the way to the value from the outermost one, which is $:
	// $.orders[2].items[0].price
	Path string
	// Expected and Found go on "expected …" and "found …". They are
	// empty if Err says it all.
	Expected, Found string
	// Err is what the visitor returned, or nil.
	Err error
}

// Unwrap returns Err, but nil if that is about another input: its kind
// isn't e's.
func (e *Error) Unwrap() error {
	var other *Error
	if errors.As(e.Err, &other) {
		return nil
	}
	return e.Err
}

// Is reports whether target is e's kind, or io.ErrUnexpectedEOF where
// the input ends too early.
func (e *Error) Is(target error) bool {
	return target == e.Kind ||
		e.Kind == EndOfInput && target == io.ErrUnexpectedEOF
}

func (e *Error) Error() string {
	what := fmt.Sprintf("expected %s, found %s", e.Expected, e.Found)
	if e.Expected == "" && e.Err != nil {
		what = e.Err.Error()
	}
	return fmt.Sprintf("json: line %d, column %d, at %s: %s",
		e.Line, e.Column, e.Path, what)
}

// syntax is the error of a byte at d.b[at] that shouldn't be there.
func (d *decoder) syntax(at int, expected string) error {
	if isCut(d.b[at:], expected) {
		at = len(d.b)
	}
	kind, found := Syntax, describeByte(d.b, at)
	if at == len(d.b) {
		kind = EndOfInput
	} else if expected == wantPair {
		found = string(d.b[at : at+len(`\ud83d`)])
	}
	return &Error{
		Kind: kind, Offset: at, Expected: expected, Found: found,
	}
}

// blame says that what was last looked at is what err is about, if it
// is an error, and knows no better.
func (d *decoder) blame(err error) error {
	if err == nil {
		return nil
	}
	return d.place(err)
}

func (d *decoder) place(err error) error {
	var known *Error
	if errors.As(err, &known) && known.Line == 0 {
		return err
	}
	e := &Error{Kind: Data, Offset: d.last, Err: err}
	if wrong, ok := err.(*serde.Error); ok { // else err says more
		e.Expected = wrong.Expected
		e.Found = describe(d.b, d.last, wrong.Found)
	}
	return e
}

// describe returns the value at b[i] where a visitor can only say of
// which sort it is.
func describe(b []byte, i int, found string) string {
	end := i
	switch found {
	case "a sequence":
		return "an array"
	case "a map":
		return "an object"
	case "a string":
		end, _, _ = scanString(b, i+1, true)
		end++
	case "an integer", "a number":
		end, _, _ = scanNumber(b, i)
	case "a boolean":
		end = skipWord(b, i)
	}
	if end == i || end > len(b) {
		return found
	}
	if n := end - i; n > 40 {
		return found + " of " + strconv.Itoa(n) + " bytes"
	}
	return string(b[i:end])
}

// isCut reports whether what is left of the input may be the beginning
// of what was expected.
func isCut(rest []byte, expected string) bool {
	switch expected {
	case wantUTF8:
		return !utf8.FullRune(rest)
	case wantPair:
		const half = len(`\ud83d`)
		if n := len(rest) - half; n < half {
			rest = append(rest[:len(rest):len(rest)], `\udc00`[n:]...)
			_, end := decodePair(rest, 0)
			return end > 0
		}
	}
	return false
}

// describeByte says what stands at b[i].
func describeByte(b []byte, i int) string {
	if i >= len(b) {
		return "the end of the input"
	}
	if c := b[i]; c < ' ' || c == 0x7f {
		return fmt.Sprintf("control character U+%04X", c)
	} else if c == '\'' {
		return `"'"`
	} else if c < utf8.RuneSelf {
		return "'" + string(rune(c)) + "'"
	}
	r, size := utf8.DecodeRune(b[i:])
	if size == 1 {
		return fmt.Sprintf("byte 0x%02x", b[i])
	}
	return fmt.Sprintf("%q", r)
}

func (d *decoder) limit(at int, expected, found string) error {
	return &Error{
		Kind: Limit, Offset: at, Expected: expected, Found: found,
	}
}
