package serde

import (
	"fmt"
	"strconv"
	"strings"
)

// An Error says what is wrong with a value, and not where: that is for
// the format to add.
type Error struct {
	Expected string // as in "expected a number"
	Found    string // as in "found a string"
	Field    string // the field it is about, or empty
}

func (e *Error) Error() string {
	return fmt.Sprintf("expected %s, found %s", e.Expected, e.Found)
}

// Invalid is the error of a value of the wrong type, or out of range.
func Invalid(expected, found string) error {
	return &Error{Expected: expected, Found: found}
}

// Duplicate is the error of a field that is there twice.
func Duplicate(field string) error {
	expected := "field " + strconv.Quote(field) + " once"
	return &Error{expected, "another", field}
}

// Missing is the error of a struct without a field that it must have.
func Missing(field string) error {
	expected := "field " + strconv.Quote(field)
	return &Error{expected, "the end of the struct", field}
}

// oneOf lists names, or says that there are none.
func oneOf(none string, names []string) string {
	if len(names) == 0 {
		return none
	}
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strconv.Quote(name)
	}
	return strings.Join(quoted, " or ")
}

// UnknownVariant is the error of a variant that the enum doesn't have.
func UnknownVariant(name string, variants []string) error {
	found := "variant " + strconv.Quote(name)
	return Invalid(oneOf("no variant", variants), found)
}

// Unknown is the error of a field that the struct doesn't have.
func Unknown(field string, fields []string) error {
	found := "field " + strconv.Quote(field)
	return &Error{oneOf("no field", fields), found, field}
}
