package serde

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNumbersAreToldWhatFits(t *testing.T) {
	var age uint8
	v := uintVisitor[uint8]{&age}
	require.NoError(t, VisitInt(v, 255))
	require.EqualValues(t, 255, age)
	for err, want := range map[error]string{
		VisitUint(v, 256):       "256",
		VisitInt(v, -1):         "-1",
		VisitFloat(v, 1):        "a number",
		VisitString(v, "young"): "a string",
	} {
		require.EqualError(t, err,
			"expected an unsigned integer of 8 bits, found "+want)
	}
}
