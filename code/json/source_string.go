package json

import (
	"strings"
	"unicode/utf8"
)

// plain returns where the text that begins at i stops being plain, and
// whether there is anything but ASCII in it.
func (s *Source) plain(i int) (end int, other bool) {
	w := load(s.B, i)
	marks, all := stops(w), uint64(0)
	for marks == 0 {
		all |= w
		i += 8
		w = load(s.B, i)
		marks = stops(w)
	}
	all |= w & (marks&-marks - 1)
	return i + lowest(marks), all&highs != 0
}

// escaped reads a string of which the first escape stands at i.
func (s *Source) escaped(start, i int) (text []byte, end int) {
	b := s.B
	s.text = append(s.text[:0], b[start:i]...)
	for b[i] == '\\' {
		next, expected := scanEscape(b, i)
		if expected != "" {
			return nil, s.Fail()
		}
		s.text, _ = appendUnescaped(s.text, b, i)
		i, _ = s.plain(next)
		s.text = append(s.text, b[next:i]...)
	}
	if b[i] != '"' || !utf8.Valid(s.text) {
		return nil, s.Fail()
	}
	return s.text, i + 1
}

// string reads a string. The text is valid until the next call.
func (s *Source) string(i int) (text []byte, end int) {
	b := s.B
	if b[i] != '"' {
		return nil, s.Fail()
	}
	start := i + 1
	i, other := s.plain(start)
	if b[i] != '"' {
		return s.escaped(start, i)
	}
	if other && !valid(b, start, i) {
		return nil, s.Fail()
	}
	return b[start:i], i + 1
}

// ReadString reads a string.
func ReadString[T ~string](p *T, s *Source, i int) int {
	i = s.space(i)
	text, end := s.string(i)
	if s.share != "" && end-i == len(text)+2 {
		*p = T(s.share[i+1 : end-1]) // no escapes
	} else {
		*p = T(s.keep(text))
	}
	return end
}

// chunk is how many bytes of strings are allocated at a time.
const chunk = 1024

// keep returns a string with that text: part of a chunk, if short.
func (s *Source) keep(text []byte) string {
	start := s.texts.Len()
	if len(text) > s.texts.Cap()-start {
		if len(text) >= chunk/4 {
			return string(text)
		}
		s.texts, start = strings.Builder{}, 0
		s.texts.Grow(chunk)
	}
	s.texts.Write(text)
	return s.texts.String()[start:]
}
