package output

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// add seeds a fuzz test with pairs of what is shown and what is printed.
func add(f *testing.F) {
	for _, p := range [][2]string{
		{"", ""},
		{"a", "a\nb"},
		{"a\n...\nb", "a\nx\ny\nb"},
		{"...", ""},
		{"...\n...", "a"},
		{"ok  \tbyhand/code/a\t0.003s", "ok  \tbyhand/code/a\t(cached)"},
		{"--- PASS: TestA (0.00s)", "--- PASS: TestA (1.50s)"},
		{"took ...ms", "took 12ms"},
		{"1 2 3", "4 5 6"},
		{"a...b...c", "aXbYc"},
		{"....", "..."},
		{"-1.5e-3 x", "17ms x"},
		{"a\n\n", "a"},
		{"\n\nb", "a\n\nb"},
		{"a1...b", "a12 b"},
		{"1\n...\n10\n20", "1\n2\n10\n21"},
		{"0-0", "0-0"},
		{"x...x...x", "xx"},
	} {
		f.Add(p[0], p[1], false)
		f.Add(p[0], p[1], true)
	}
}

func FuzzUpdateMatches(f *testing.F) {
	add(f)
	f.Fuzz(func(t *testing.T, a, b string, numbers bool) {
		r := Rules{Numbers: numbers}
		shown, got := Lines(a), Lines(b)
		if len(shown) > 50 || len(got) > 50 {
			return
		}
		after := r.Update(shown, got)
		at, ok := r.Match(after, got)
		require.True(t, ok, "line %d of %q", at, after)
		require.Equal(t, after, r.Update(after, got), "a second update changes nothing")
	})
}

func FuzzMatchIsReflexive(f *testing.F) {
	add(f)
	f.Fuzz(func(t *testing.T, a, _ string, numbers bool) {
		r := Rules{Numbers: numbers}
		at, ok := r.Match(Lines(a), Lines(a))
		require.True(t, ok, "line %d", at)
		require.Empty(t, strings.Trim(marks(r.diff(Lines(a), Lines(a))), " "))
	})
}

// FuzzDiffShowsBoth reads the two sides back from the diff.
func FuzzDiffShowsBoth(f *testing.F) {
	add(f)
	f.Fuzz(func(t *testing.T, a, b string, numbers bool) {
		r := Rules{Numbers: numbers}
		shown, got := Lines(a), Lines(b)
		if len(shown) > 50 || len(got) > 50 {
			return
		}
		_, ok := r.Match(shown, got)
		diff := r.diff(shown, got)
		require.Equal(t, ok, strings.Trim(marks(diff), " ") == "")
		var left []string
		for _, l := range strings.SplitAfter(diff, "\n") {
			if l != "" && l[0] != '+' {
				left = append(left, strings.TrimSuffix(l[2:], "\n"))
			}
		}
		require.Equal(t, len(trim(shown)), len(left))
		for i, l := range trim(shown) {
			require.Equal(t, l, left[i])
		}
	})
}

// marks returns the signs at the beginning of a diff's lines.
func marks(diff string) string {
	var b strings.Builder
	for _, l := range strings.Split(diff, "\n") {
		if l != "" {
			b.WriteByte(l[0])
		}
	}
	return b.String()
}
