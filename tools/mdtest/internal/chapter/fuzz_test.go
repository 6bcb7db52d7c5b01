package chapter

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func FuzzInfoIsReadBack(f *testing.F) {
	for _, s := range []string{
		"go code/arena/arena.go", "go code/a.go red aside", "go code/a.go drop=A,B.C",
		"text code/a.txt append", "go code/a_test.go challenge", "go code/a.go whole",
		"console numbers fails", "rust fails=E0499,E0382", "text recorded=queue.txt",
		"go sketch", "c code/a.h made", "", "goat", "go drop= fails=", "x code/a=b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		in, bad := ParseInfo(s)
		if len(bad) > 0 {
			return
		}
		again, bad := ParseInfo(in.String())
		require.Empty(t, bad)
		require.Equal(t, in, again)
		require.Equal(t, in.String(), again.String())
	})
}

func FuzzParse(f *testing.F) {
	page, err := os.ReadFile("../../testdata/example/chapters/00-aliasing.md")
	require.NoError(f, err)
	f.Add(string(page))
	f.Add("# A\n\n## Challenges\n\n### 1\n\n<details><summary>An answer</summary>\n\n```console\n$ a \\\n  b\nc\n```\n\n</details>\n")
	f.Fuzz(func(t *testing.T, s string) {
		c, errs := Parse("chapters/00-a.md", []byte(s))
		lines := strings.Count(s, "\n") + 1
		for _, e := range errs {
			require.LessOrEqual(t, e.Line, lines)
			require.NotEmpty(t, e.Msg)
		}
		if c == nil {
			return
		}
		for _, b := range c.Blocks {
			for _, cmd := range b.Commands() {
				require.Less(t, cmd.At, cmd.From)
				require.LessOrEqual(t, cmd.From, cmd.To)
				require.LessOrEqual(t, cmd.To, len(b.Lines))
			}
		}
	})
}
