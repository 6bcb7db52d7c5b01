package links

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
)

// open writes a book of the files given and loads it.
func open(t *testing.T, files map[string]string) *book.Book {
	root := t.TempDir()
	files["go.mod"] = "module byhand\n"
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
	}
	b, err := book.Load(root)
	require.NoError(t, err)
	return b
}

// resolved says what links of the page chapters/01-one.md become.
var resolved = []struct{ dest, want, err string }{
	{"#größe", "#gr%C3%B6%C3%9Fe", ""},
	{"01-one.md", "01-one.html", ""},
	{"../chapters/01-one.md#one", "01-one.html#one", ""},
	{"../x/doc.go#use", "doc.html#use", ""},
	{"../x/doc.go#L3", "doc.html", ""},
	{"../book/SUMMARY.md", "index.html", ""},
	{"../LICENSE", "../../LICENSE", ""},
	{"../x/", "../../x", ""},
	{"../a%20b.txt", "../../a%20b.txt", ""},
	{"https://go.dev/a?b#c", "https://go.dev/a?b#c", ""},
	{"mailto:a@b.org", "mailto:a@b.org", ""},
	{"#grösse", "", "chapters/01-one.md has no heading #grösse; did you mean #größe?"},
	{"01-one.md#two", "", "chapters/01-one.md has no heading #two"},
	{"../LICENCE", "", "there is no LICENCE; did you mean LICENSE?"},
	{"../../x", "", errOutside.Error()},
	{"..", "../../.", ""},
	{"../..", "", errOutside.Error()},
	{"/x", "", errRooted.Error()},
	{"", "", errNowhere.Error()},
	{"https:", "", errNowhere.Error()},
	{"//go.dev", "", errScheme.Error()},
	{"JavaScript:alert(1)", "", errScheme.Error()},
	{"java\nscript:alert(1)", "", errScheme.Error()},
	{"data:text/html,x", "", errScheme.Error()},
	{"file:///etc/passwd", "", errScheme.Error()},
}

func TestResolve(t *testing.T) {
	r, errs := New(open(t, map[string]string{
		"book/SUMMARY.md":    "# B\n\n- [One](../chapters/01-one.md)\n- [Doc](../x/doc.go)\n- [M](mine.md)\n",
		"chapters/01-one.md": "# One\n\n## Größe\n",
		"x/doc.go":           "// X.\n//\n// # Use\npackage x\n",
		"book/mine.md":       "# M\n",
		"LICENSE":            "",
		"a b.txt":            "",
	}))
	require.Empty(t, errs)
	for _, c := range resolved {
		got, err := r.Resolve(r.Pages[0], c.dest, false)
		if c.err != "" {
			require.EqualError(t, err, c.err, c.dest)
			continue
		}
		require.NoError(t, err, c.dest)
		require.Equal(t, c.want, got, c.dest)
	}
	_, err := r.Resolve(r.Pages[0], "https://go.dev/x.png", true)
	require.Equal(t, errImage, err)
}

func TestPagesThatCannotBe(t *testing.T) {
	errs := Check(open(t, map[string]string{
		"book/SUMMARY.md": "# B\n\n- [a](a.md)\n- [b](../x/A.md)\n- [c](c.md)\n- [d](../x/x.go)\n- [e](e.txt)\n- [f](index.md)\n",
		"book/a.md":       "# A\n", "x/A.md": "# A\n", "x/x.go": "package x\n", "book/e.txt": "", "book/index.md": "",
	}))
	require.EqualError(t, errs, `book/SUMMARY.md:4: book/a.md and x/A.md would both be the page A.html
book/SUMMARY.md:5: book/c.md: no such file or directory
book/SUMMARY.md:6: x/x.go: no package comment
book/SUMMARY.md:7: book/e.txt: a page is a Markdown file or a Go file with a package comment
book/SUMMARY.md:8: book/SUMMARY.md and book/index.md would both be the page index.html`)
}

func TestDrawingsAreOnlyDrawn(t *testing.T) {
	r := &Resolver{root: t.TempDir()}
	for svg, want := range map[string]bool{
		`<svg xmlns="http://www.w3.org/2000/svg"><path d="M 0 0"/><use href="#a"/></svg>`: false,
		`<?xml version="1.0"?><!DOCTYPE svg><svg><!-- c --></svg>`:                        false,
		`<svg><script>x</script></svg>`:                                                   true,
		`<svg onload="x"/>`:                                                               true,
		`<svg xmlns:x="http://www.w3.org/1999/xlink"><a x:href="j:x"/></svg>`:             true,
		`<svg><foreignObject/></svg>`:                                                     true,
		`<svg><image href="https://example.org/x.png"/></svg>`:                            true,
		`<?xml-stylesheet href="x"?><svg/>`:                                               true,
		`<!DOCTYPE svg [<!ENTITY x "y">]><svg/>`:                                          true,
		`<svg>`:                                                                           true,
	} {
		require.NoError(t, os.WriteFile(filepath.Join(r.root, "a.svg"), []byte(svg), 0o666))
		require.Equal(t, want, r.scripted("a.svg"), svg)
	}
	require.False(t, r.scripted("a.png"))
}
