package json

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"unicode/utf8"
)

// A splitter finds out where values begin and end, and no more.
type splitter struct {
	options
	r          io.Reader
	b          []byte // what has been read and not yet been passed
	start, end int    // of the value there
	err        error  // of r, io.EOF among them
	idle       int    // how often r has given nothing

	array bool // the values are elements
	n     int  // how many there were
	bad   error
	told  bool // bad has a value

	offset, line, column int // of b[0]
}

// room is how many bytes are asked for at least.
const room = 1 << 14

// place returns what s.b[at] is in the input.
func (s *splitter) place(at int) (offset, line, column int) {
	before := s.b[:at]
	offset, line, column = s.offset+at, s.line, s.column
	if last := bytes.LastIndexByte(before, '\n'); last >= 0 {
		line += bytes.Count(before, []byte{'\n'})
		before, column = before[last+1:], 1
	}
	return offset, line, column + utf8.RuneCount(before)
}

// fill reads more. What stands before s.start is passed.
func (s *splitter) fill() {
	if s.start > 0 {
		s.offset, s.line, s.column = s.place(s.start)
		s.b = append(s.b[:0], s.b[s.start:]...)
		s.end -= s.start
		s.start = 0
	}
	s.b = slices.Grow(s.b, room)
	n, err := s.r.Read(s.b[len(s.b):cap(s.b)])
	s.b, s.err = s.b[:len(s.b)+n], err
	if s.idle++; n > 0 {
		s.idle = 0
	}
	if s.idle == maxIdle && err == nil {
		s.err = io.ErrNoProgress
	}
}

// maxIdle is how often in a row a reader may give nothing.
const maxIdle = 100

// peek returns the byte at s.end, if there is one.
func (s *splitter) peek() (c byte, ok bool) {
	for s.end >= len(s.b) {
		if s.err != nil {
			s.end = len(s.b)
			return 0, false
		}
		s.fill()
	}
	return s.b[s.end], true
}

// space steps over white space, to what peek returns.
func (s *splitter) space() (c byte, ok bool) {
	for {
		switch c, ok = s.peek(); c {
		case ' ', '\n', '\r', '\t':
			s.end++
		default:
			return c, ok
		}
	}
}

func (s *splitter) tooLong() bool {
	return s.maxSize > 0 && s.end-s.start > s.maxSize
}

// string steps from the quote that begins a string to the one that ends
// it.
func (s *splitter) string() {
	for !s.tooLong() {
		s.end++
		switch c, ok := s.peek(); {
		case !ok:
			s.end-- // value steps on
			return
		case c == '"':
			return
		case c == '\\':
			s.end++
		}
	}
}

// inWord reports whether c can be inside of a number, true, false or
// null.
func inWord(c byte) bool {
	return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' ||
		c == '-' || c == '+' || c == '.'
}

// path is the way to the last value.
func (s *splitter) path() string {
	if !s.array {
		return "$"
	}
	return "$[" + strconv.Itoa(s.n-1) + "]"
}

// fail notes that the byte at s.end isn't what was expected.
func (s *splitter) fail(expected string) bool {
	e := &Error{
		Kind: Syntax, Path: s.path(),
		Expected: expected, Found: describeByte(s.b, s.end),
	}
	if s.end == len(s.b) {
		e.Kind = EndOfInput
	}
	if s.end == len(s.b) && s.err != io.EOF {
		e.Kind, e.Err, e.Expected, e.Found = IO, s.err, "", ""
	}
	e.Offset, e.Line, e.Column = s.place(s.end)
	s.bad = e
	return false
}

// value steps behind a value. What is wrong in it is for others to say.
func (s *splitter) value() bool {
	for depth := 0; !s.tooLong(); {
		c, ok := s.peek()
		switch {
		case !ok && s.err != io.EOF:
			return s.fail("")
		case !ok || depth == 0 && s.end > s.start && !inWord(c):
			return true
		case c == '"':
			s.string()
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		s.end++
		if depth <= 0 && !inWord(c) {
			return true
		}
	}
	return true
}

// finish steps behind the bracket that ends the array.
func (s *splitter) finish() bool {
	s.end++
	s.start, s.array = s.end, false
	if _, ok := s.space(); ok || s.err != io.EOF {
		return s.fail("the end of the input")
	}
	return false
}

// next finds the next value.
func (s *splitter) next() bool {
	s.start = s.end
	c, ok := s.space()
	switch {
	case s.n == 0 && c == '[':
		s.array = true
		s.end++
		if c, ok = s.space(); c == ']' {
			return s.finish()
		}
	case s.array && c == ']':
		return s.finish()
	case s.array && c != ',':
		return s.fail("',' or ']'")
	case s.array:
		s.end++
		_, ok = s.space()
	case !ok && s.err == io.EOF:
		return false
	}
	s.n++
	if !ok {
		return s.fail("a value")
	}
	s.start = s.end
	return s.value()
}
