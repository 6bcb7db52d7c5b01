package markdown

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDangling(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []Dangling
	}{
		{"a[^1] [b][c] [d][] [e]\n\n[^1]: n\n\n[c]: x.md\n", nil},
		{"a `[^1]` \\[^1] `a[i][j]` a[0] [ ] [x]", nil},
		{"```\n[^1]: n\n[^2]\n```", nil},
		{"a\nb[^no].", []Dangling{{2, "[^no]: there is no footnote [^no]: …"}}},
		{"## a [b][c]", []Dangling{{1, "[b][c]: there is no [c]: … with an address; if it is code, set it in backticks"}}},
		{"| a |\n|-|\n| [^no] |", []Dangling{{3, "[^no]: there is no footnote [^no]: …"}}},
		{"a\n\n[^1]: n", []Dangling{{3, "nothing refers to the footnote [^1]"}}},
		{"a[^1]\n\n[^1]: n[^2]", []Dangling{{3, "[^2]: there is no footnote [^2]: …"}}},
	} {
		require.Equal(t, c.want, Parse([]byte(c.in)).Dangling(), c.in)
	}
}
