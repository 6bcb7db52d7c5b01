package tangle

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/chapter"
)

func FuzzTangle(f *testing.F) {
	page, err := os.ReadFile("../../testdata/example/chapters/00-aliasing.md")
	require.NoError(f, err)
	f.Add(string(page))
	for _, s := range []string{
		"# A\n\n## B\n\n```go code/a.go\npackage a\n```\n\n```go code/a.go red\nfunc A() { // ...\n}\n```\n",
		"# A\n\n## B\n\n```go code/a.go aside\npackage a\n```\n\n```go code/a.go whole\n```\n",
		"# A\n\n## B\n\n```text code/a\nx\n```\n\n```text code/a append\ny\n```\n\n```text code/A\n```\n",
		"# A\n\n## B\n\n```console\n$ ls\n```\n\n```text code/m made\nx\n```\n\n```text recorded=r\nx\n```\n",
		"# A\n\n## Challenges\n\n### 1\n\n```go code/a_test.go challenge\npackage a\n```\n\n<details><summary>An answer</summary>\n\n```go code/a.go aside drop=A\n```\n\n</details>\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, errs := chapter.Parse("chapters/00-a.md", []byte(s))
		if c == nil {
			return
		}
		lines := strings.Count(s, "\n") + 1
		book := &Book{
			Module: "byhand", Chapters: []*chapter.Chapter{c},
			Made:     map[string]string{"00-a/01-b/code/m": "made\n"},
			Recorded: map[string]string{"r": "x\n"},
		}
		p, err := Tangle(book)
		again, err2 := Tangle(book)
		require.Equal(t, err, err2)
		require.Equal(t, p.Final.Hash(), again.Final.Hash())
		if err != nil || len(errs) > 0 {
			return
		}
		for _, c := range p.Checks() {
			require.Positive(t, c.Pos.Line)
			require.LessOrEqual(t, c.Pos.Line, lines)
		}
		for _, path := range p.Final.Paths() {
			require.True(t, strings.HasPrefix(path, "code/"), path)
			for _, pos := range p.Final.Get(path).Text.From {
				require.Equal(t, "chapters/00-a.md", pos.File)
				require.LessOrEqual(t, pos.Line, lines)
			}
		}
	})
}
