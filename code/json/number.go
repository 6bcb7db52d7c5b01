package json

import "strconv"

// A Number is a number of any size and precision, as it was written.
// The zero Number is 0.
type Number struct{ text string }

// String returns the text of n.
func (n Number) String() string {
	if n.text == "" {
		return "0"
	}
	return n.text
}

// Int returns n, if it is written as an integer and fits.
func (n Number) Int() (int64, bool) {
	i, err := strconv.ParseInt(n.String(), 10, 64)
	return i, err == nil
}

// Uint returns n, if it is written as an integer and fits.
func (n Number) Uint() (uint64, bool) {
	u, err := strconv.ParseUint(n.String(), 10, 64)
	return u, err == nil
}

// Float returns the float64 that is nearest to n; ok says whether n is
// in its range.
func (n Number) Float() (f float64, ok bool) {
	f, err := strconv.ParseFloat(n.String(), 64)
	return f, err == nil
}
