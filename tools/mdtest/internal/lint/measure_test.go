package lint

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a second listing of a file brings to it.
var newLinesTests = []struct {
	name, info, listing string
	want                int
}{
	{"nothing", "", "func f() {\n\tprintln()\n}", 0},
	{"one line", "", "func f() {\n\tprintln(1)\n}", 1},
	{"a line more", "", "func f() {\n\tprintln()\n\n\tprintln(1)\n}", 1},
	{"a line fewer", "", "func f() {\n}", 0},
	{"what stays", "", "func f() {\n\tprintln(1)\n\tprintln()\n\t// ...\n}", 1},
	{"a doc comment", "", "// f prints.\nfunc f() {\n\t// ...\n}", 1},
	{"a function", "", "func g() {\n\tprintln()\n}", 3},
	{"two functions", "", "func g() {\n}\n\nfunc h() {\n}", 5},
	{"lines more", "", "func f() {\n\tprintln()\n\tprintln(1)\n\n\tprintln(2)\n}", 3},
	{"a function below another", "", "func f() {\n\tprintln()\n}\n\nfunc g() {\n}", 2},
	{"an import", "", "import \"fmt\"\n\nfunc f() {\n\tfmt.Println()\n}", 2},
	{"alignment", "", "type t struct {\n\ta   int\n\tbcd int\n}", 1},
	{"dropped", " drop=f", "", 0},
	{"moved by drop", " drop=f", "func g() {\n\tprintln()\n}", 1},
	{"whole", " whole", "package a\n\nfunc f() {\n\tprintln(1)\n}", 1},
	{"deleted", " whole", "", 0},
	{"aside", " aside", "func g() {\n}", 2},
}

func TestNewLines(t *testing.T) {
	first := "package a\n\ntype t struct {\n\ta int\n}\n\nfunc f() {\n\tprintln()\n}\n"
	for _, tt := range newLinesTests {
		t.Run(tt.name, func(t *testing.T) {
			r := check(t, "## A\n\n"+fence("go code/a/a.go", first)+
				"## B\n\n"+fence("go code/a/a.go"+tt.info, tt.listing))
			require.Equal(t, Sample{9, tt.want}, r.Rows[0].NewLines)
		})
	}
}

func TestNewLinesOfOtherFiles(t *testing.T) {
	r := check(t, "## A\n\n"+fence("text code/a.txt", "one\ntwo")+
		fence("text code/a.txt append", "two\nthree")+
		fence("text code/a.txt", "one\ntwo\nfour"))
	require.Equal(t, Sample{2, 2, 1}, r.Rows[0].NewLines)
}

func TestShare(t *testing.T) {
	row := check(t, "## A\n\n"+file("a/a.go", 3)+fence("text code/a.txt", "a")+
		fence("go code/a/a.go aside", "func f() {}")+
		run+fence("testscript", "exec go version")+fence("rust", "")+
		fence("rust sketch", "")+fence("text", "")+fence("goat", "")+
		"## Challenges\n\n### 1\n\n"+
		fence("go code/a/a_test.go challenge", "package a")+
		"<details><summary>An answer</summary>\n\n"+
		fence("go code/a/a.go aside", "func f() {}")+"</details>\n").Rows[0]

	require.Equal(t, 10, row.Blocks)
	require.Equal(t, 8, row.Checked)
	require.Equal(t, 2, row.Shown)
	require.Equal(t, 80, row.Share())
	require.Equal(t, []int{2, 1, 1}, []int{row.Runs, row.Rust, row.Drawings})
	require.Len(t, row.NewLines, 5)
}

func TestTotal(t *testing.T) {
	r := checkBook(t, "One. Two?\n\n## A\n\n"+file("a/a.go red", 3), "Three.\n\n## A\n\n"+file("a/b.go", 4)+run)
	total := r.Total()
	require.Equal(t, 3, total.Words)
	require.Equal(t, 1, total.Questions)
	require.Equal(t, []int{2, 1}, []int{total.Steps, total.RedSteps})
	require.Equal(t, Sample{3, 4}, total.NewLines)
	require.Equal(t, []int{3, 3, 0}, []int{total.Blocks, total.Checked, total.Shown})
	require.Equal(t, 100, total.Share())
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]Sample{
		"One two. Three four five!":  {2, 3},
		"Is it? (It is.) \"So.\"":    {2, 2, 1},
		"A colon: it goes on. Then:": {5, 1},
		"E.g. or e.g. a thing.":      {1, 4},
		"Version 1.26 of ~a. B~.":    {4},
		"- an entry\n- another\n":    nil,
		"[Link](a.md). **Bold.**":    {1, 1},
	} {
		require.Equal(t, want, check(t, text+"\n").Rows[0].Sentences, text)
	}
}

func TestWordsAreThoseOfProse(t *testing.T) {
	row := check(t, "## Two words\n\nOne ~two~ three.\n\n- Four\n\n> [!NOTE]\n> Five.\n\n"+
		"| a | b |\n| --- | --- |\n| c | d |\n\n<details><summary>A hint</summary>\n\nSix.\n\n</details>\n\n"+
		fence("text", "a b c")).Rows[0]
	require.Equal(t, 6, row.Words)
}

func TestLeadsAreThoseOfTheMainLine(t *testing.T) {
	row := check(t, words(9)+"## A\n\n"+words(5)+file("a/a.go", 3)+
		words(2)+run+words(1)+quote("[!NOTE]\nOne two.")+
		"<details><summary>Hint</summary>\n\nOne.\n\n</details>\n\n"+file("b/b.go", 3)+
		words(7)+"## B\n\n"+file("c/c.go", 3)).Rows[0]
	require.Equal(t, Sample{5, 3, 0}, row.Leads)
}

func TestOneSidebarEndsWhereTheNextBegins(t *testing.T) {
	rust := "[!NOTE]\n**In Rust** " + words(50)
	require.Empty(t, about(check(t, quote(rust)+quote(rust)), "sidebar"))
	require.Empty(t, about(check(t, quote("[!TIP]\n"+words(99))), "sidebar"))
	require.Empty(t, about(check(t, quote("[!NOTE]\n"+words(99))), "sidebar"))
}

func TestMeant(t *testing.T) {
	for lang, want := range map[string]string{
		"consol": "console", "Console": "console", "test-script": "testscript",
		"gost": "goat", "rs": "rust", "rusty": "rust", "golang": "go",
		"Go": "go",
		"go": "", "goat": "", "text": "", "sh": "", "c": "", "math": "",
		"dot": "", "yaml": "", "toml": "", "json": "", "bash": "", "asm": "",
	} {
		require.Equal(t, want, meant(lang), lang)
	}
}

func TestMisspeltLanguageIsAnError(t *testing.T) {
	r := check(t, fence("consle", "$ go version")+fence("consle sketch", ""))
	require.EqualError(t, r.Errors.Err(), `chapters/00-x.md:3: unknown language "consle", so that nothing is checked; did you mean "console"?`)
}

func TestNesting(t *testing.T) {
	for body, want := range map[string]int{
		"":                           0,
		"if a { b() }":               1,
		"if a { } else { if b { } }": 2,
		"if a { } else if b { }":     1,
		"if a { } else if b { for { } } else { }":      2,
		"if f(func() { if a { } }) { }":                3,
		"for { switch a { case 1: if b { } } }":        3,
		"go func() { select { default: } }()":          2,
		"switch a.(type) { default: for range b { } }": 2,
		"{ { { if a { } } } }":                         1,
	} {
		f, err := parser.ParseFile(token.NewFileSet(), "", "package p; func f() {"+body+"}", 0)
		require.NoError(t, err)
		got, _ := nesting(f.Decls[0].(*ast.FuncDecl).Body)
		require.Equal(t, want, got, body)
	}
}

func TestFunctionIsReportedOnceWhereItBegins(t *testing.T) {
	long := fence("go code/a/a.go", "package a\n\nfunc g() {\n}\n\n"+fn("f", 41))
	r := checkBook(t, "## A\n\n"+long+"## B\n\n"+fence("go code/a/a.go", fn("f", 42)),
		"## A\n\n"+fence("go code/a/a.go", "func g() {\n\tprintln()\n}"))

	require.Equal(t, []string{"chapters/00-x.md:11: note: f has 41 lines; at most 40"}, about(r, "f has"))
	require.Equal(t, Sample{2, 42}, r.Rows[0].Funcs)
	require.Equal(t, Sample{3}, r.Rows[1].Funcs)
	require.Equal(t, 1, r.Rows[0].LongFuncs())
}

func TestFunctionThatIsMendedWithinItsStepIsNotReported(t *testing.T) {
	r := check(t, "## A\n\n"+fence("go code/a/a.go", "package a\n\n"+fn("f", 41))+
		fence("go code/a/a.go", fn("f", 40)))
	require.Empty(t, about(r, "f has"))
}

func TestMethodIsNamedWithItsType(t *testing.T) {
	r := check(t, "## A\n\n"+fence("go code/a/a.go", "package a\n\ntype M[T any] int\n\n"+
		"func (m *M[T]) "+fn("f", 41)[len("func "):]))
	require.Len(t, about(r, "M.f has 41 lines"), 1)
}

func TestRank(t *testing.T) {
	require.Equal(t, 0, Sample(nil).Rank(50))
	require.Equal(t, 7, Sample{7}.Rank(90))
	require.Equal(t, 2, Sample{3, 1, 4, 2}.Rank(50))
	s := Sample{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}
	require.Equal(t, []int{5, 9, 10}, []int{s.Rank(50), s.Rank(90), s.Rank(100)})
}
