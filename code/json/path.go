package json

import (
	"bytes"
	"errors"
	"fmt"
	"unicode"
	"unicode/utf8"
)

// A level is an array or object that is open.
type level struct {
	array bool
	index int    // in an array
	key   []byte // in an object, as it is written; nil: none yet
}

// name makes text the key, if the innermost object has none yet.
func name(open []level, text []byte) {
	if top := len(open) - 1; top >= 0 && open[top].key == nil {
		open[top].key = text
	}
}

// pathTo returns the path to what stands at b[at]. All before that is
// the beginning of a value in JSON.
func pathTo(b []byte, at int) string {
	var open []level
	for i := 0; i < at; i++ {
		top := len(open) - 1
		switch b[i] {
		case '[', '{':
			open = append(open, level{array: b[i] == '['})
		case ']', '}':
			open = open[:top]
		case ',':
			open[top].index++
			open[top].key = nil
		case '"':
			end, _, _ := scanString(b, i+1, true)
			if end < at {
				name(open, b[i+1:end])
			}
			i = end
		}
	}
	if at < len(b) && b[at] == '"' {
		if end, _, wrong := scanString(b, at+1, true); wrong == "" {
			name(open, b[at+1:end])
		}
	}
	return render(open)
}

func render(open []level) string {
	path := []byte{'$'}
	for _, l := range open {
		key := string(appendText(nil, l.key))
		switch {
		case l.array:
			path = fmt.Appendf(path, "[%d]", l.index)
		case l.key == nil:
		case isName(key):
			path = append(append(path, '.'), key...)
		default:
			path, _ = appendString(append(path, '['), key)
			path = append(path, ']')
		}
	}
	return string(path)
}

// isName reports whether s can follow a dot.
func isName(s string) bool {
	for i, r := range s {
		letter := r == '_' || unicode.IsLetter(r)
		if !letter && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return s != ""
}

// locate fills in where in b the error is: it reads what lies before
// it once more. So nothing has to be kept in mind while all goes well.
func locate(b []byte, err error) error {
	if err == nil {
		return nil // before e, which is an allocation
	}
	var e *Error
	if !errors.As(err, &e) || e.Line > 0 {
		return err
	}
	before := b[:e.Offset]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	e.Line = bytes.Count(before, []byte{'\n'}) + 1
	e.Column = utf8.RuneCount(line) + 1
	e.Path = pathTo(b, e.Offset)
	return err
}
