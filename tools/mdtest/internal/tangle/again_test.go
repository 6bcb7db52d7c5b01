package tangle_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/fixture"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// What an edit of the second of four chapters makes the tangler follow
// again, chapter by chapter.
var followedAgain = []struct {
	name, file, old, new string
	again                string // of each chapter: f if it is followed
}{
	{"nothing", "chapters/01-block.md", "", "", "...."},
	{"words within a line", "chapters/01-block.md", "# The ", "# This, the ", ".f.."},
	{"a line more, so that all lines below move", "chapters/01-block.md", "# The ", "\n# The ", ".fff"},
	{"a listing", "chapters/01-block.md", "\tif n < ", "\tif n <= ", ".fff"},
	{"the last chapter", "chapters/03-", "# The ", "# This, the ", "...f"},
	{"the go.mod", "go.mod", "go 1.26", "go 1.25", "ffff"},
	{"a record", "chapters/made/x.txt", "", "text", "ffff"},
}

func TestOnlyWhatAnEditReachesIsFollowedAgain(t *testing.T) {
	for _, c := range followedAgain {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			require.NoError(t, fixture.Write(root, fixture.Shape{Chapters: 4, Steps: 3, Words: 20}))
			var r book.Reader
			var tr tangle.Tangler
			before := tangled(t, root, &r, &tr)
			edit(t, root, c.file, c.old, c.new)
			after := tangled(t, root, &r, &tr)
			again := ""
			for i := range after.Chapters {
				again += map[bool]string{true: ".", false: "f"}[before.Chapters[i] == after.Chapters[i]]
			}
			require.Equal(t, c.again, again)
			b, _ := book.Load(root)
			fresh, _ := tangle.Tangle(&b.Book)
			require.Equal(t, texts(fresh.Final), texts(after.Final), "as if tangled for the first time")
		})
	}
}

func tangled(t *testing.T, root string, r *book.Reader, tr *tangle.Tangler) *tangle.Program {
	b, err := r.Load(root)
	require.NoError(t, err)
	p, _ := tr.Tangle(&b.Book)
	return p
}

// edit replaces old in the file that begins with a prefix, or makes a file.
func edit(t *testing.T, root, prefix, old, new string) {
	name := filepath.Join(root, prefix)
	if found, _ := filepath.Glob(name + "*"); len(found) > 0 {
		name = found[0]
	}
	data, _ := os.ReadFile(name)
	if old != "" {
		require.Contains(t, string(data), old)
		new = strings.Replace(string(data), old, new, 1)
	} else {
		new = string(data) + new
	}
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
	require.NoError(t, os.WriteFile(name, []byte(new), 0o666))
}

func texts(t tree.Tree) map[string]tree.Text {
	out := map[string]tree.Text{}
	for _, p := range t.Paths() {
		out[p] = t.Get(p).Text
	}
	return out
}

func TestErrorsOfChaptersThatAreKnownAreNotForgotten(t *testing.T) {
	root := t.TempDir()
	require.NoError(t, fixture.Write(root, fixture.Shape{Chapters: 2, Steps: 1, Words: 20}))
	edit(t, root, "chapters/00-", "# ", "```go code/go.mod/x.go drop=Nothing\n```\n\n# ")
	var r book.Reader
	var tr tangle.Tangler
	b, _ := r.Load(root)
	_, first := tr.Tangle(&b.Book)
	b, _ = r.Load(root)
	_, second := tr.Tangle(&b.Book)
	require.Error(t, first)
	require.EqualError(t, second, first.Error())
}
