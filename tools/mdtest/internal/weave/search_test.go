package weave

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"go/token"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/fixture"
	"byhand/tools/mdtest/internal/markdown"
	"byhand/tools/mdtest/internal/semantic"
	"byhand/tools/mdtest/internal/tangle"
)

// opened loads the book at root for its pages to be made.
func opened(t testing.TB, root string) *weaver {
	b, err := book.Load(root)
	require.NoError(t, err)
	p, err := tangle.Tangle(&b.Book)
	require.NoError(t, err)
	w, err := newWeaver(b, p, Named(semantic.New(b.Module, token.NewFileSet(), nil)))
	require.NoError(t, err)
	return w
}

// searched returns what a book's search-index.js tells.
func searched(t testing.TB, w *weaver) (*searchData, []byte) {
	site := Site{}
	require.NoError(t, w.addSearch(site))
	script := site["search-index.js"]
	data, ok := bytes.CutPrefix(script, []byte("byhand.book = "))
	require.True(t, ok)
	out := &searchData{}
	require.NoError(t, json.Unmarshal(data, out))
	return out, script
}

func TestSearchHasEverySection(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, fixture.Write(dir, fixture.Shape{Chapters: 3, Steps: 5, Words: 60}))
	for _, root := range []string{dir, "../../../.."} {
		w := opened(t, root)
		got, _ := searched(t, w)
		found := map[string]string{} // texts, by page and anchor
		for i, id := range got.Sections.ID {
			found[got.Pages.File[got.Sections.Page[i]]+"#"+id] = got.Sections.Text[i]
		}
		for _, p := range w.links.Pages {
			for _, item := range p.Doc.Items {
				if h, ok := item.(*markdown.Heading); ok {
					require.Contains(t, found, p.Out+"#"+h.ID)
				}
			}
		}
		require.NotEmpty(t, got.Names.Name)
		require.NotEmpty(t, got.Files.Path)
	}
}

// TestSearchFits: the index of a book as long as a textbook is small enough
// to be sent. Made-up prose is as dense as the generator makes it; what a
// real book of that length would take says BenchmarkSearch.
func TestSearchFits(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, fixture.Write(dir, fixture.Large))
	_, script := searched(t, opened(t, dir))
	require.Less(t, packed(t, script), 250_000)
}

// BenchmarkSearch reports the size of the real chapters' index, and what
// it would be for 92,000 words of them.
func BenchmarkSearch(b *testing.B) {
	w := opened(b, "../../../..")
	var data *searchData
	var script []byte
	for b.Loop() {
		data, script = searched(b, w)
	}
	words := 0
	for _, text := range data.Sections.Text {
		words += len(bytes.Fields([]byte(text)))
	}
	size := packed(b, script)
	b.ReportMetric(float64(words), "words")
	b.ReportMetric(float64(size), "gz-B")
	b.ReportMetric(float64(size)/float64(words)*92_000, "gz-B/92kwords")
}

// packed returns how many bytes a server would send.
func packed(t testing.TB, data []byte) int {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	require.NoError(t, err)
	_, err = w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Len()
}
