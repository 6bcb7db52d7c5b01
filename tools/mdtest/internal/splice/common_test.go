package splice

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCommon marks the lines of b: = for those that a has, + for new ones.
func TestCommon(t *testing.T) {
	for _, c := range []struct{ name, a, b, want string }{
		{"nothing before", "", "a|b", "++"},
		{"the same", "a|b|c", "a|b|c", "==="},
		{"one more", "a|c", "a|b|c", "=+="},
		{"one less", "a|b|c", "a|c", "=="},
		{"another order", "a|b", "b|a", "=+"},
		{"white space in a line", "\ta T", "\ta   T", "="},
		{"indentation", "a", "\ta", "+"},
		{
			"a whole statement above one like it",
			"for {|\ta|}", "for {|\tb|}|for {|\ta|}", "+++===",
		},
		{
			"a whole statement below one like it",
			"for {|\ta|}", "for {|\ta|}|for {|\tb|}", "===+++",
		},
		{
			"no closing bracket first",
			"f {|\tif a {|\t}|}", "f {|\tif a {|\t}|\tif b {|\t}|}", "===++=",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, kept := range Common(lines(c.a), lines(c.b)) {
				got += map[bool]string{true: "=", false: "+"}[kept]
			}
			require.Equal(t, c.want, got)
		})
	}
}

func lines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}
