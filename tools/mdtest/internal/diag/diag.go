// Package diag says what is wrong with a book, and where: every error
// names the chapter and the line in it.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Pos is a line of a file. Line counts from 1; 0 means the file as a whole.
type Pos struct {
	File string
	Line int
}

func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// Error is one complaint. Where, if any, is the same place in other words:
// the step's tag and the position in code/. Detail is shown indented.
type Error struct {
	Pos
	Msg    string
	Where  string
	Detail string
}

func (e *Error) Error() string {
	s := e.Pos.String() + ": " + e.Msg
	if e.Where != "" {
		s += " (" + e.Where + ")"
	}
	if e.Detail == "" {
		return s
	}
	detail := strings.TrimRight(e.Detail, "\n")
	return s + "\n\t" + strings.ReplaceAll(detail, "\n", "\n\t")
}

// Errorf makes an Error without detail.
func Errorf(pos Pos, format string, args ...any) *Error {
	return &Error{Pos: pos, Msg: fmt.Sprintf(format, args...)}
}

// List collects errors, so that a run reports all of them and not the
// first alone. The zero value is an empty list.
type List []*Error

// Add appends e.
func (l *List) Add(e *Error) { *l = append(*l, e) }

// Addf appends an error at pos.
func (l *List) Addf(pos Pos, format string, args ...any) {
	l.Add(Errorf(pos, format, args...))
}

// Err returns the list, sorted and without repetitions (a fault breaks
// every later step too), or nil if it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	l.Sort()
	return slices.CompactFunc(l, func(a, b *Error) bool {
		return a.Pos == b.Pos && a.Msg == b.Msg
	})
}

// Sort orders the list by file, line and message.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b *Error) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Msg, b.Msg),
		)
	})
}

func (l List) Error() string {
	lines := make([]string, len(l))
	for i, e := range l {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}
