package splice

import (
	goformat "go/format"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tree"
)

// odd are files with much that a splicer can trip over.
var odd = []string{
	"package a\n",
	"//go:build linux\n\n// Package a.\npackage a // here\n\nimport \"fmt\"\n\nfunc A() { fmt.Println() }\n",
	"package a\n\nimport (\n\t\"fmt\"\n\n\tx \"os\" // why\n)\n\n// A.\n//\n//go:noinline\nfunc A() {\n\tfmt.Println(x.Args)\n}\n",
	"package a\n\nconst (\n\t// One.\n\tOne = iota // 1\n\tTwo\n\n\t_\n\tFour, Five = iota, 5\n)\n\nvar (\n\t_ = 1\n\t_ = 2\n)\n",
	"package a\n\ntype (\n\tT[K comparable, V any] struct {\n\t\tk K\n\n\t\tv V // val\n\t}\n\tU = int\n)\n\nfunc (t *T[K, V]) M() {}\n\nfunc (T[_, _]) N() {}\n",
	"package a\n\n// free\n\nfunc A() {} // behind\n\n/* block\ncomment */\n\nvar s = `\n// ...\n\tx\n`\n\n// end\n",
	"package a\n\nfunc init() {}\n\nfunc init() {}\n\nfunc _() {}\n\nvar _ I = T{}\n\nvar _, x = 1, 2\n",
	"package a; import \"fmt\"; func A() { fmt.Println() }; type T struct{}; var x, y int",
	"package a\n\nimport \"C\"\nimport . \"os\"\nimport _ \"embed\"\n\n//go:embed x\nvar x string\n",
	"package a\n\nvar (\n\tf = func() {\n\t\tg()\n\t}\n\n\th int\n)\n\nconst ()\n\ntype ()\n",
	"package a\n\nfunc A()\n\n//line x.go:1\nfunc B() {\nL:\n\tgoto L\n}\n",
}

var blocks = []string{
	"", "\n", "func A() {\n\t// ...\n}\n", "// ...\n", "func A() {\n\t// ...\n\tfmt.Println()\n\t// ...\n}\n",
	"const One = 1\n", "var x = 2 // two\n", "type U string\n", "import \"os\"\n", "import \"os\"\n\nfunc B() { os.Exit(0) }\n",
	"// Package b.\npackage b\n", "// A.\nfunc A() {}\n\n// free\n\nfunc C() {}\n", "func (t *T[K, V]) M() {\n\t// ...\n}\n",
	"func init() {}\n", "var _ = 1\n", "type T struct {\n\t// ...\n\tv V\n}\n", "const (\n\tOne = 1\n\tTen = 10\n)\n",
	"var (\n\th string\n)\n", "x := 1\n", "func A() {}; func B() {}", "var y, x int\n", "/* a */ func A() {}",
}

// files returns the odd files and the listings of the example chapter.
func files(f *testing.F) []string {
	page, err := os.ReadFile("../../testdata/example/chapters/00-aliasing.md")
	require.NoError(f, err)
	files := slices.Clone(odd)
	for i, s := range strings.Split(string(page), "```") {
		if _, code, ok := strings.Cut(s, "\n"); ok && i%2 == 1 && strings.HasPrefix(s, "go code/") {
			files = append(files, code)
		}
	}
	return files
}

// chapterText places a text in a chapter; ok is false for what none can hold.
func chapterText(s, name string) (t tree.Text, ok bool) {
	if !utf8.ValidString(s) || strings.ContainsAny(s, "\r\x00\f\v") || len(s) > 1<<14 {
		return t, false
	}
	return tree.NewText(s, diag.Pos{File: name, Line: 1}), true
}

// placed requires that every line comes from one of the book.
func placed(t *testing.T, x tree.Text) {
	for i, pos := range x.From {
		require.NotEmpty(t, pos.File, "line %d: %q", i, x.Lines[i])
		require.Positive(t, pos.Line)
	}
	require.Len(t, x.From, x.Len())
}

func FuzzWholeIsGofmt(f *testing.F) {
	for _, file := range files(f) {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file string) {
		block, ok := chapterText(file, "block")
		if !ok {
			return
		}
		out, _, errs := Apply(tree.Text{}, Edit{Block: block, Whole: true})
		if errs != nil || blank(block.Lines) {
			return
		}
		placed(t, out)
		want, err := goformat.Source([]byte(block.String()))
		require.NoError(t, err)
		require.Equal(t, strings.TrimSuffix(string(want), "\n"), strings.TrimSuffix(out.String(), "\n"))
	})
}

// start makes the first version of a file, or false if it can't be one.
// Some comments gofmt changes twice; those files are none.
func start(file string) (tree.Text, bool) {
	block, ok := chapterText(file, "file")
	if !ok {
		return block, false
	}
	old, _, errs := Apply(tree.Text{}, Edit{Block: block})
	again, err := goformat.Source([]byte(old.String()))
	return old, errs == nil && err == nil && old.Len() > 0 && string(again) == old.String()
}

// distinct reports whether every name is declared once, as in what compiles,
// and no file says `init` or `_` twice.
func distinct(s *source) bool {
	seen := map[string]bool{}
	for _, it := range s.items {
		for _, k := range it.keys {
			if seen[k] || strings.Contains(k, "?") {
				return false
			}
			seen[k] = true
		}
	}
	return true
}

func FuzzOwnDeclarationsChangeNothing(f *testing.F) {
	for _, file := range files(f) {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file string) {
		old, ok := start(file)
		if !ok {
			return
		}
		src, errs := parse(old)
		require.Nil(t, errs)
		if !distinct(src) {
			return
		}
		out, _, errs := Apply(old, Edit{Block: old})
		if !slices.ContainsFunc(old.Lines, IsElision) {
			require.Nil(t, errs)
			require.Equal(t, old.String(), out.String(), "the file as a block")
		}
		for _, it := range src.items {
			if it.kind == isHead || slices.ContainsFunc(it.lines.Lines, IsElision) {
				continue
			}
			out, _, errs := Apply(old, Edit{Block: it.lines})
			require.Nil(t, errs, "%s", it.lines)
			require.Equal(t, old.String(), out.String(), "%s", it.lines)
		}
	})
}

// FuzzUntouchedStays splices any block into any file: what the block does
// not name stays as it is, line by line and in its order.
func FuzzUntouchedStays(f *testing.F) {
	for _, file := range files(f) {
		for _, block := range blocks {
			f.Add(file, block)
		}
	}
	f.Fuzz(func(t *testing.T, file, listing string) {
		old, ok := start(file)
		block, ok2 := chapterText(listing, "block")
		if !ok || !ok2 {
			return
		}
		out, _, errs := Apply(old, Edit{Block: block})
		for _, e := range errs {
			require.NotEmpty(t, e.Msg)
			require.Contains(t, []string{"file", "block", ""}, e.File)
		}
		if errs != nil {
			require.Equal(t, old, out)
			return
		}
		placed(t, out)
		before, errs := parse(old)
		require.Nil(t, errs)
		after, errs := parse(out)
		require.Nil(t, errs, "%s", out)
		if !distinct(before) {
			return
		}
		shown, _ := format(block)
		named, _ := parse(shown)
		stays := map[string]bool{}
		for _, it := range before.items {
			if it.kind == isDecl && len(it.keys) > 0 && len(named.find(it)) == 0 {
				stays[it.lines.String()] = true
			}
		}
		for _, it := range after.items {
			delete(stays, it.lines.String())
		}
		require.Empty(t, stays, "gone from\n%s", out)
		again, err := goformat.Source([]byte(out.String()))
		require.NoError(t, err)
		require.Equal(t, string(again), out.String(), "gofmt'ed")
	})
}
