package weave

import (
	"go/token"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/fixture"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/semantic"
	"byhand/tools/mdtest/internal/tangle"
)

// A page that is rendered alone is the one that Render makes, whether all
// names were looked at or its own alone.
func TestAPageAloneIsThePageOfTheSite(t *testing.T) {
	root := t.TempDir()
	require.NoError(t, fixture.Write(root, fixture.Shape{Chapters: 4, Steps: 3, Words: 20}))
	b, err := book.Load(root)
	require.NoError(t, err)
	p, err := tangle.Tangle(&b.Book)
	require.NoError(t, err)
	sem := semantic.New(b.Module, token.NewFileSet(), nil)
	site, err := Render(b, p, Named(sem))
	require.NoError(t, err)
	all, err := New(b, p, Named(sem))
	require.NoError(t, err)
	n := 0
	for name, want := range site {
		if path.Ext(name) != ".html" || strings.Contains(name, "/") || name == links.Names {
			continue
		}
		again, err := New(b, p, NamedAs(all, name))
		require.NoError(t, err)
		for _, w := range []*Weaver{all, again} {
			got, err := w.Page(name)
			require.NoError(t, err)
			require.Equal(t, string(want), string(got), name)
		}
		n++
	}
	require.Equal(t, 5, n)
}
