package lint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/tangle"
)

// check lints a book of one chapter. A ~ in it stands for a backquote.
func check(t *testing.T, page string) *Report {
	t.Helper()
	return checkBook(t, page)
}

// checkBook lints a book of several chapters: chapters/00-x.md and so on.
func checkBook(t *testing.T, pages ...string) *Report {
	t.Helper()
	b := &tangle.Book{Module: "byhand"}
	for i, page := range pages {
		src := strings.ReplaceAll("# A page\n\n"+page, "~", "`")
		c, errs := chapter.Parse(fmt.Sprintf("chapters/%02d-x.md", i), []byte(src))
		require.NoError(t, errs.Err())
		b.Chapters = append(b.Chapters, c)
	}
	p, err := tangle.Tangle(b)
	require.NoError(t, err)
	return Check(p)
}

// about returns the notes that have a phrase in them.
func about(r *Report, phrase string) []string {
	var out []string
	for _, n := range r.Notes {
		if strings.Contains(n.String(), phrase) {
			out = append(out, n.String())
		}
	}
	return out
}

// words returns a paragraph of n words.
func words(n int) string { return strings.Repeat("word ", n) + "\n\n" }

// fence returns a block.
func fence(info, text string) string {
	return "~~~" + info + "\n" + strings.TrimSuffix(text, "\n") + "\n~~~\n\n"
}

// file returns a listing of a new file of n lines.
func file(path string, n int) string {
	return fence("go code/"+path, "package p\n\n"+vars(n-2))
}

// vars returns n lines of declarations.
func vars(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "var v%d int\n", i)
	}
	return b.String()
}

// fn returns a function of n lines.
func fn(name string, n int) string {
	return "func " + name + "() {\n" + strings.Repeat("\tprintln()\n", n-2) + "}\n"
}

// quote puts a page into a quotation.
func quote(page string) string {
	return "> " + strings.ReplaceAll(strings.TrimSpace(page), "\n", "\n> ") + "\n\n"
}

const run = "~~~console\n$ go version\n~~~\n\n"

func TestNotesAreInTheOrderOfTheBook(t *testing.T) {
	r := checkBook(t, "A.\n\nWe simply do just this.\n", "Obviously.\n")

	var got []string
	for _, n := range r.Notes {
		if strings.Contains(n.Is, "the word") {
			got = append(got, n.String())
		}
	}
	require.Equal(t, []string{
		`chapters/00-x.md:5: note: the word "simply"; better without`,
		`chapters/00-x.md:5: note: the word "just"; better without`,
		`chapters/01-x.md:3: note: the word "Obviously"; better without`,
	}, got)
}

func TestOnlyKeepsTheChosenChapters(t *testing.T) {
	r := checkBook(t, "Just.\n\n"+fence("rus", ""), "Just.\n\n"+fence("rus", ""))
	require.Len(t, r.Errors, 2)

	r = r.Only(map[string]bool{"chapters/01-x.md": true})
	require.Len(t, r.Rows, 1)
	require.Len(t, r.Errors, 1)
	require.Equal(t, "chapters/01-x.md:5", r.Errors[0].Pos.String())
	for _, n := range r.Notes {
		require.Equal(t, "chapters/01-x.md", n.File)
	}
}
