package main_test

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"byhand/tools/mdtest/internal/cli"
	"byhand/tools/mdtest/internal/fixture"
)

// What the pages of a book of 15 chapters, 92,000 words and 900 listings
// may weigh, in bytes.
const (
	maxPage   = 300_000 // the HTML of a chapter
	maxScript = 30_000  // the script of every page
	maxSearch = 250_000 // what is searched, gzipped
)

// TestSiteStaysInItsBounds renders the large book and weighs its pages.
func TestSiteStaysInItsBounds(t *testing.T) {
	root := t.TempDir()
	if err := fixture.Write(root, fixture.Large); err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(root, "book", "site")
	render(t, root)
	largest, files := 0, 0
	for name, size := range sizes(t, site) {
		files++
		if !strings.Contains(name, "/") && path.Ext(name) == ".html" {
			largest = max(largest, size)
		}
	}
	script := len(read(t, filepath.Join(site, "book.js")))
	search := packed(t, read(t, filepath.Join(site, "search-index.js")))
	t.Logf("%d files; the largest page has %d bytes, book.js %d, the search data %d gzipped", files, largest, script, search)
	for _, b := range []struct {
		what       string
		size, most int
	}{
		{"the largest page", largest, maxPage},
		{"book.js", script, maxScript},
		{"search-index.js, gzipped,", search, maxSearch},
	} {
		if b.size == 0 || b.size > b.most {
			t.Errorf("%s has %d bytes; more than 0 and at most %d are right", b.what, b.size, b.most)
		}
	}
}

// TestPagesThatAreRightAreNotWrittenAgain renders a book after an edit that
// no page shows, and after one that a page shows.
func TestPagesThatAreRightAreNotWrittenAgain(t *testing.T) {
	root := t.TempDir()
	if err := fixture.Write(root, fixture.Shape{Chapters: 3, Steps: 4, Words: 50}); err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(root, "book", "site")
	render(t, root)
	before := modified(site)
	if err := os.WriteFile(filepath.Join(root, "unseen.txt"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	render(t, root)
	for name, at := range modified(site) {
		if before[name] != at {
			t.Errorf("%s was written again, though nothing in it changed", name)
		}
	}
	before = modified(site)
	chapter := filepath.Join(root, "chapters", "01-block.md")
	text := bytes.Replace(read(t, chapter), []byte(".\n"), []byte(". A new sentence.\n"), 1)
	if err := os.WriteFile(chapter, text, 0o666); err != nil {
		t.Fatal(err)
	}
	render(t, root)
	after := modified(site)
	if after["01-block.html"] == before["01-block.html"] {
		t.Error("the page of a chapter that was edited was not written again")
	}
	for _, name := range []string{"00-arena.html", "book.css", "book.js", "index.html"} {
		if after[name] != before[name] {
			t.Errorf("%s was written again for an edit of another chapter's prose", name)
		}
	}
}

// render runs mdtest book, which must find nothing wrong.
func render(t *testing.T, root string) {
	t.Helper()
	var said bytes.Buffer
	if code := cli.Main([]string{"-C", root, "--cache", filepath.Join(root, ".cache"), "book"}, &said, &said); code != 0 {
		t.Fatalf("mdtest book: exit status %d\n%s", code, said.String())
	}
}

// modified returns when the files of a site were written: all but the list
// that mdtest keeps of them. Without a folder there are none.
func modified(site string) map[string]time.Time {
	times := map[string]time.Time{}
	_ = filepath.WalkDir(site, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			return err
		}
		info, err := e.Info()
		if err == nil {
			rel, _ := filepath.Rel(site, name)
			times[filepath.ToSlash(rel)] = info.ModTime()
		}
		return err
	})
	return times
}

// sizes returns how many bytes the files of a site have.
func sizes(t *testing.T, site string) map[string]int {
	t.Helper()
	out := map[string]int{}
	for name := range modified(site) {
		out[name] = len(read(t, filepath.Join(site, filepath.FromSlash(name))))
	}
	return out
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// packed returns how many bytes a server sends of data.
func packed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
