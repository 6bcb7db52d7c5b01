package json

import (
	"bytes"
	"math"
	"strconv"

	"byhand/code/serde"
)

// parseUint returns the number that digits are, if it fits.
func parseUint(digits []byte) (u uint64, ok bool) {
	for _, c := range digits {
		digit := uint64(c - '0')
		if u > (math.MaxUint64-digit)/10 {
			return 0, false
		}
		u = u*10 + digit
	}
	return u, true
}

// visitWhole tells v of an integer, if it fits into 64 bits.
func visitWhole(v serde.Visitor, text []byte) (told bool, err error) {
	digits := bytes.TrimPrefix(text, []byte{'-'})
	u, ok := parseUint(digits)
	switch negative := len(digits) < len(text); {
	case ok && negative && u <= 1<<63:
		return true, serde.VisitInt(v, -int64(u))
	case ok && !negative && u <= math.MaxInt64:
		return true, serde.VisitInt(v, int64(u))
	case ok && !negative:
		return true, serde.VisitUint(v, u)
	}
	return false, nil
}

func (d *decoder) float(v serde.Visitor, text []byte, bits int) error {
	if f, ok := parseFloat(text); ok && bits == 64 {
		return d.blame(serde.VisitFloat(v, f))
	}
	f, err := strconv.ParseFloat(string(text), bits)
	if err != nil {
		limit := v.Expecting()
		if _, ok := v.(serde.FloatVisitor); ok {
			limit = "a number of " + strconv.Itoa(bits) + " bits"
		}
		return d.blame(serde.Invalid(limit, "a number"))
	}
	return d.blame(serde.VisitFloat(v, f))
}

// digits reads a number, and whether it is written as an integer.
func (d *decoder) digits() (text []byte, whole bool, err error) {
	start := d.i
	end, whole, expected := scanNumber(d.b, start)
	if expected != "" {
		if end == start {
			expected = "a value"
		}
		return nil, false, d.syntax(end, expected)
	}
	d.i = end
	return d.b[start:end], whole, nil
}

func (d *decoder) number(v serde.Visitor) error {
	text, whole, err := d.digits()
	if err != nil {
		return err
	}
	if v, ok := v.(numberVisitor); ok {
		return d.blame(v.VisitNumber(text))
	}
	if whole {
		if told, err := visitWhole(v, text); told {
			return d.blame(err)
		}
	}
	return d.float(v, text, 64)
}

// A numberVisitor wants numbers as they are written. It must not keep
// text.
type numberVisitor interface{ VisitNumber(text []byte) error }

// parseFloat returns the number that text is, if that is easily told.
func parseFloat(text []byte) (f float64, ok bool) {
	var m uint64
	digits, exp := 0, 0
	whole := bytes.TrimPrefix(text, []byte{'-'})
	for i, c := range whole {
		switch {
		case isDigit(c):
			m = m*10 + uint64(c-'0')
			digits++
		case c == '.':
			exp = i + 1 - len(whole)
		default:
			return 0, false
		}
	}
	f, ok = scale(m, exp)
	if len(whole) < len(text) {
		f = -f
	}
	return f, ok && digits <= 19
}
