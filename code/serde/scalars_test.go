package serde

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNumbersAreToldWhatFits(t *testing.T) {
	var age uint8
	v := uintVisitor[uint8]{&age}
	require.NoError(t, VisitInt(v, 255))
	require.EqualValues(t, 255, age)
	for _, c := range []struct {
		err   error
		found string
	}{
		{VisitUint(v, 256), "256"},
		{VisitInt(v, -1), "-1"},
		{VisitFloat(v, 1), "a number"},
		{VisitString(v, "young"), "a string"},
	} {
		require.EqualError(t, c.err,
			"expected an unsigned integer of 8 bits, found "+c.found)
	}
}

func TestScalarsKeepTheirWord(t *testing.T) {
	var i int64
	require.Error(t, VisitUint(intVisitor[int64]{&i}, 1<<63))
	var f float32
	require.Error(t, VisitFloat(floatVisitor[float32]{&f}, 1e39))
	require.NoError(t,
		VisitFloat(floatVisitor[float32]{&f}, math.Inf(1)))

	var b []byte
	lent := []byte("lent")
	require.NoError(t, VisitBytes(bytesVisitor[[]byte]{&b}, lent))
	lent[0] = 'b'
	require.Equal(t, "lent", string(b))
}

// An id is a number or text.
type id string

func (v *id) Expecting() string { return "a number or text" }

func (v *id) VisitUint(u uint64) error {
	*v = id(strconv.FormatUint(u, 10))
	return nil
}

func (v *id) VisitString(s string) error {
	*v = id(s)
	return nil
}

// found is a format that can say what it has: a number, text, or null.
type found struct {
	Deserializer // for what we don't use
	v            any
}

func (f found) Any(v Visitor) error {
	switch u := f.v.(type) {
	case uint64:
		return VisitUint(v, u)
	case string:
		return VisitString(v, u)
	}
	return VisitNull(v)
}

func TestAnIDIsANumberOrText(t *testing.T) {
	var v id
	require.NoError(t, found{v: uint64(7)}.Any(&v))
	require.EqualValues(t, "7", v)
	require.NoError(t, found{v: "x7"}.Any(&v))
	require.EqualValues(t, "x7", v)
	require.EqualError(t, found{}.Any(&v),
		"expected a number or text, found null")
}
