package legible

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFault(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"", ""},
		{"\tName := \"größe\" // ✓ 語 \U0001F980 \u200d e\u0301", ""},
		{"a\x00", "a NUL byte"},
		{"a\xff", "not valid UTF-8"},
		{"\x1b[31m", "U+001B, a character that nobody sees"},
		{"a\rb", "U+000D, a character that nobody sees"},
		{"/* \u202e } */", "U+202E, a character that nobody sees"},
		{"\u2066", "U+2066, a character that nobody sees"},
		{"\u2028", "U+2028, a character that nobody sees"},
		{"\ufeff", "U+FEFF, a character that nobody sees"},
		{"\uffff", "U+FFFF, a character that nobody sees"},
		{"\u0085", "U+0085, a character that nobody sees"},
	} {
		require.Equal(t, c.want, Fault(c.line), "%q", c.line)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a\tb\nü": "a\tb\nü", "\x00a\xffb\u202ec\ufffd": "\ufffda\ufffdb\ufffdc\ufffd",
	} {
		require.Equal(t, want, Clean(in))
		require.Equal(t, want, Clean(Clean(in)))
	}
}
