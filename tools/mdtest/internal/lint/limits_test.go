package lint

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Each limit: a page that keeps it by one, and one that does not.
var limitTests = []struct {
	name, phrase string
	keeps        string
	breaks       string
	note         string // of breaks, after the colon
}{
	{
		"words", "in the chapter; 3000", words(6000), words(6001),
		"1: note: 6001 words in the chapter; 3000 to 6000",
	},
	{
		"few words", "in the chapter; 3000", words(3000), words(2999),
		"1: note: 2999 words in the chapter; 3000 to 6000",
	},
	{
		"first code", "first code",
		words(150) + fence("goat", "-->") + words(150) + run,
		words(150) + fence("goat", "-->") + words(151) + run,
		"11: note: 301 words before the first code; at most 300",
	},
	{
		"words before a listing", "this listing",
		"## A\n\n" + words(250) + file("a/a.go", 3),
		"## A\n\n" + words(251) + file("a/a.go", 3),
		"7: note: 251 words before this listing; at most 250",
	},
	{
		"new lines", "a listing of",
		"## A\n\n" + file("a/a.go", 30), "## A\n\n" + file("a/a.go", 31),
		"5: note: a listing of 31 new lines; never more than 30",
	},
	{
		"median of new lines", "median",
		"## A\n\n" + file("a/a.go", 6) + file("b/b.go", 20), "## A\n\n" + file("a/a.go", 7),
		"1: note: listings have a median of 7 new lines; at most 6",
	},
	{
		"nine in ten", "nine in ten",
		"## A\n\n" + file("a/a.go", 14), "## A\n\n" + file("a/a.go", 15),
		"1: note: nine in ten listings have up to 15 new lines; at most 14",
	},
	{
		"columns", "columns",
		"## A\n\n" + fence("go code/a/a.go", "package a\n\nfunc f() {\n\t// "+strings.Repeat("é", 65)+"\n}"),
		"## A\n\n" + fence("go code/a/a.go", "package a\n\nfunc f() {\n\t// "+strings.Repeat("é", 66)+"\n}"),
		"9: note: a line of 73 columns; at most 72",
	},
	{
		"columns of Rust", "columns",
		fence("rust sketch", strings.Repeat("x", 72)), fence("rust sketch", "\n"+strings.Repeat("x", 73)),
		"5: note: a line of 73 columns; at most 72",
	},
	{
		"listings without a run", "without a run",
		"## A\n\n" + file("a/a.go", 3) + file("b/b.go", 3) + file("c/c.go", 3) + run + file("d/d.go", 3),
		"## A\n\n" + file("a/a.go", 3) + file("b/b.go", 3) + "## B\n\n" + file("c/c.go", 3) + file("d/d.go", 3) + file("e/e.go", 3),
		"25: note: 5 listings without a run; one after 3",
	},
	{
		"red spell", "red for",
		"## A\n\n" + file("a/a.go red", 3) + run + file("b/b.go red", 3) + file("c/c.go", 3) + file("d/d.go red", 3),
		"## A\n\n" + file("a/a.go red", 3) + run + file("b/b.go red", 3) + file("c/c.go red", 3) + file("d/d.go", 3),
		"21: note: red for 3 listings; at most 2",
	},
	{
		"drawings", "drawing",
		strings.Repeat(fence("goat", "->"), 6), strings.Repeat(fence("goat", "->"), 7),
		"1: note: 7 drawings in the chapter; 3 to 6",
	},
	{
		"few drawings", "drawing",
		strings.Repeat(fence("goat", "->"), 3), fence("goat", "->"),
		"1: note: 1 drawing in the chapter; 3 to 6",
	},
	{
		"sidebar", "sidebar of",
		quote("[!NOTE]\n**In Rust** " + words(88)), quote("[!NOTE]\n**In Rust** " + words(80) + words(9)),
		"3: note: a sidebar of 91 words; at most 90",
	},
	{
		"Rust in a sidebar", "lines of Rust",
		quote("[!NOTE]\n**In Rust** it is so:\n\n" + fence("rust", strings.Repeat("//\n", 10))),
		quote("[!NOTE]\n**In Rust** it is so:\n\n" + fence("rust", strings.Repeat("//\n", 5)) + "And so:\n\n" + fence("rust", strings.Repeat("//\n", 6))),
		"3: note: a sidebar with 11 lines of Rust; at most 10",
	},
	{
		"function", "f has",
		"## A\n\n" + fence("go code/a/a.go", "package a\n\n// f prints.\n"+fn("f", 40)),
		"## A\n\n" + fence("go code/a/a.go", "package a\n\n// f prints.\n"+fn("f", 41)),
		"9: note: f has 41 lines; at most 40",
	},
	{
		"file", "a.go has",
		"## A\n\n" + file("a/a.go", 300), "## A\n\n" + file("a/a.go", 301),
		"5: note: code/a/a.go has 301 lines; at most 300",
	},
	{
		"nesting", "nests",
		"## A\n\n" + fence("go code/a/a.go", nest(3)), "## A\n\n" + fence("go code/a/a.go", nest(4)),
		"12: note: f nests 4 deep; at most 3",
	},
	{
		"challenges", "challenge",
		"## Challenges\n\n### 1\n\n### 2\n\n### 3\n", "## Challenges\n\n### 1\n\n### 2\n",
		"3: note: 2 challenges; a chapter ends with 3",
	},
	{
		"self-check", "Self-check", "## Self-check\n", "## B\n",
		"1: note: no heading Self-check; a chapter ends with a list of its outcomes",
	},
	{
		"language", "language", fence("text", ""), fence("", ""),
		"3: note: a block without a language; text if nothing else fits",
	},
	{
		"filler", "the word",
		"Adjust the justice of ~just~ and `simply.Do`.\n", "It is\nso, and *just*\nso.\n",
		`4: note: the word "just"; better without`,
	},
}

// nest returns a file whose function nests n deep.
func nest(n int) string {
	return "package a\n\nfunc f() {\n" + strings.Repeat("if true {\n", n) +
		strings.Repeat("}\n", n) + "}\n"
}

func TestLimits(t *testing.T) {
	for _, tt := range limitTests {
		t.Run(tt.name, func(t *testing.T) {
			require.Empty(t, about(check(t, tt.keeps), tt.phrase))
			require.Equal(t, []string{"chapters/00-x.md:" + tt.note},
				about(check(t, tt.breaks), tt.phrase))
		})
	}
}
