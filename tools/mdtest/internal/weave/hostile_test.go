package weave

import (
	"go/token"
	"path"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/hostile"
	"byhand/tools/mdtest/internal/ledger"
	"byhand/tools/mdtest/internal/markdown"
	"byhand/tools/mdtest/internal/semantic"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// careless renders a book of one chapter as if nobody had looked for errors
// in it: pages are safe even so. record is what commands and measurements
// left, title what the list of contents says.
func careless(t testing.TB, title, src, record string) Site {
	const file = "chapters/01-one.md"
	c, _ := chapter.Parse(file, []byte(src))
	if c == nil {
		c = &chapter.Chapter{File: file, Name: "01-one", Title: title, Doc: markdown.Parse([]byte(src))}
	}
	b := &book.Book{
		Root: t.TempDir(),
		Summary: &book.Summary{Title: title, Entries: []book.Entry{
			{Part: title, Title: title, File: file, Line: 3, Chapter: true},
			{Part: title, Title: title, Line: 4},
		}},
		Book: tangle.Book{
			Module: "byhand", Chapters: []*chapter.Chapter{c},
			Base:     tree.Tree{}.With(tree.NewFile("go.mod", tree.NewText("module byhand\n", diag.Pos{}))),
			Made:     map[string]string{"01-one/01-a-step/code/made.txt": record},
			Recorded: map[string]string{"bench.txt": record},
		},
	}
	p, _ := tangle.Tangle(&b.Book)
	w, _ := draft(b, p, Checked(found(t, p, record)), Named(semantic.New("byhand", token.NewFileSet(), nil)))
	site, err := w.site()
	require.NoError(t, err)
	return site
}

// found returns a ledger in which every check has failed, with these words.
func found(t testing.TB, p *tangle.Program, words string) *ledger.Ledger {
	if words == "" {
		return nil
	}
	findings := map[*tangle.Check]ledger.Finding{}
	for _, c := range p.Chapters {
		for _, s := range c.Sections {
			for i, check := range s.Checks {
				verdict := []ledger.Verdict{ledger.Failed, ledger.Skipped}[i%2]
				findings[check] = ledger.Finding{Verdict: verdict, Why: words, Detail: words}
			}
		}
	}
	cache, root := t.TempDir(), t.TempDir()
	require.NoError(t, ledger.Record(cache, root, p, ledger.Run{Time: time.Now(), Go: words, Rust: words}, findings))
	return ledger.Open(cache, root, p.Book.Module)
}

// ours reports whether no chapter has a say in a script.
func ours(name string) bool {
	_, err := assets.Open("assets/head/" + name)
	return err == nil || name == "book.js" || name == "search.js"
}

// requireSafe checks all that a browser would read. Other scripts are data,
// in which JSON escapes whatever could end it.
func requireSafe(t *testing.T, known *hostile.Site, site Site) {
	for name, data := range site {
		switch {
		case path.Ext(name) == ".html":
			require.Empty(t, known.Faults(data), "%s:\n%s", name, data)
		case path.Ext(name) == ".js" && !ours(name):
			require.NotContains(t, string(data), "<", name)
			require.NotContains(t, string(data), "\u2028", name)
			require.True(t, utf8.Valid(data), name)
		}
	}
}

// FuzzPagesAreSafe: no chapter, title or record gets anything into a page
// but text.
func FuzzPagesAreSafe(f *testing.F) {
	for _, src := range hostile.Chapters() {
		f.Add("One", src, "")
	}
	for _, s := range hostile.Texts {
		f.Add(s, hostile.Everywhere(s), s)
	}
	known := harmless(f)
	f.Fuzz(func(t *testing.T, title, src, record string) {
		if len(src) > 1<<16 || strings.Count(title, "\n") > 0 {
			return
		}
		requireSafe(t, known, careless(t, title, src, record))
	})
}

func harmless(t testing.TB) *hostile.Site {
	site := careless(t, "One", "# One\n\nText.\n\n## A step\n\n```go code/a/a.go\npackage a\n\ntype T struct{}\n```\n", "")
	var pages [][]byte
	for name, data := range site {
		if path.Ext(name) == ".html" {
			pages = append(pages, data)
		}
	}
	return hostile.Learn(pages...)
}
