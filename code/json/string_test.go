package json

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEscapesAreUndone(t *testing.T) {
	for in, want := range map[string]string{
		`a\"\\\/\b\f\n\r\t`:  "a\"\\/\b\f\n\r\t",
		`\u00e9\u20ac\u0000`: "é€\x00",
		`\uFFFD\ufffd`:       "��",
		`\ud83d\ude00!`:      "😀!",
	} {
		end, plain, expected := scanString([]byte(in+`"`), 0, false)
		require.Empty(t, expected, in)
		require.Equal(t, len(in), end)
		require.False(t, plain)
		require.Equal(t, want, string(appendText(nil, []byte(in))), in)
	}
}

func TestBadStringsAreFoundOut(t *testing.T) {
	for in, want := range map[string]int{
		"tab\t": 3, `\x`: 1, `\u12g4`: 4, "\xff": 0, "é\xc3": 2,
		`\ud83d`: 0, `\ude00\ud83d`: 0, `\ud83d\u0041`: 0, `\u12`: 4,
	} {
		end, _, expected := scanString([]byte(in+`"`), 0, false)
		require.NotEmpty(t, expected, in)
		require.Equal(t, want, end, in)
	}
}
