package json

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNumbersEndWhereTheGrammarSays(t *testing.T) {
	for in, want := range map[string]int{
		"0": 1, "-0": 2, "10": 2, "1.50": 4, "1E+2": 4, "-0.0e-00": 8,
		"1,2": 1, "1.5.5": 3, "0x10": 1, "1e2e3": 3,
	} {
		end, _, expected := scanNumber([]byte(in), 0)
		require.Equal(t, want, end, in)
		require.Empty(t, expected, in)
	}
	for in, want := range map[string]int{
		"01": 1, "-": 1, "-01": 2, ".5": 0, "+1": 0, "1.": 2, "1.e2": 2,
		"1e": 2, "1e+": 3, "NaN": 0, "-Infinity": 1, "": 0,
	} {
		end, _, expected := scanNumber([]byte(in), 0)
		require.Equal(t, want, end, in)
		require.NotEmpty(t, expected, in)
	}
}
