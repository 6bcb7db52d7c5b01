package output

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, printed string
		want          []string
	}{
		{"nothing", "", nil},
		{"newlines alone", "\n\n", nil},
		{"no newline at the end", "a\nb", []string{"a", "b"}},
		{"blank lines between", "a\n\nb\n\n", []string{"a", "", "b"}},
		{"CR LF", "a\r\nb\r\n", []string{"a", "b"}},
		{"a line written over", "10%\r50%\r100%\nb", []string{"100%", "b"}},
		{"not UTF-8", "a\xff\xfeb\x00c", []string{"a\uFFFDb\uFFFDc"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, Lines(c.printed))
		})
	}
}

func TestLine(t *testing.T) {
	for _, c := range []struct {
		shown, got string
		numbers    bool
		want       bool
	}{
		{"a...c", "abc", false, true},
		{"a...c", "ac", false, true},
		{"a...a", "a", false, false},
		{"...", "", false, true},
		{"12 ns", "13 ns", false, false},
		{"12 ns", "13 ns", true, true},
		{"12ns", "1.3ms", true, true},
		{"12 ns", "x ns", true, false},
		{"took ...ms", "took 13ms", true, true},
		{"took ... for 3 items", "took 13ms  for 1_000 items", true, true},
		{"took ... for 3 items", "took 13ms for all items", true, false},
		{"(...) 1", "(x) 27", true, true},
	} {
		require.Equal(t, c.want, Rules{Numbers: c.numbers}.Line(c.shown, c.got), "%+v", c)
	}
}
