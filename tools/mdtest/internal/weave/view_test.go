package weave

import (
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/aymanbagabas/go-udiff"
	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tree"
)

func file(text string) *tree.File {
	if text == "" {
		return nil
	}
	return tree.NewFile("code/a/a.go", tree.NewText(text, diag.Pos{}))
}

// patch returns the text of a diff as a page shows it, with the head that
// Copy gives it.
func patch(before, after string) string {
	var b strings.Builder
	writeHunks(&b, compare(file(before), file(after)))
	text := html.UnescapeString(regexp.MustCompile(`</?(i|ins|del)>`).ReplaceAllString(b.String(), ""))
	return "--- a/code/a/a.go\n+++ b/code/a/a.go\n" + text
}

const long = "package a\n\nfunc A() int {\n\treturn 1\n}\n\nfunc B() int {\n\treturn 2 < 3 && x\n}\n\nfunc C() int {\n\treturn 3\n}\n\n// D, E, F, G, H, I, J, K\n// and\n// all\n// that\n// is\n// far\n// below.\n"

// replaced returns long with a word more in the lines that have these.
func replaced(lines ...string) string {
	text := long
	for _, l := range lines {
		text = strings.Replace(text, l, l+" +", 1)
	}
	return text
}

// TestDiffApplies: what a page shows as the diff is a patch that git takes.
func TestDiffApplies(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("there is no git")
	}
	for name, after := range map[string]string{
		"a line replaced":  strings.Replace(long, "return 1", "return \"<b>\"", 1),
		"first and last":   strings.Replace(strings.Replace(long, "package a", "package b", 1), "return 3", "return 4", 1),
		"lines added":      long + "\nfunc D() int {\n\treturn 4\n}\n",
		"in the middle":    strings.Replace(long, "func B", "func X() int {\n\treturn 2\n}\n\nfunc B", 1),
		"lines taken out":  strings.Replace(long, "func B() int {\n\treturn 2 < 3 && x\n}\n\n", "", 1),
		"all of it gone":   "\n",
		"all of it other":  "package z\n",
		"above everything": "// A.\n" + long,
		"six lines apart":  replaced("return 1", "func C", "// below"),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "code", "a", "a.go")
			require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
			require.NoError(t, os.WriteFile(path, []byte(long), 0o666))
			cmd := exec.Command(git, "apply", "-")
			cmd.Dir, cmd.Stdin = dir, strings.NewReader(patch(long, after))
			out, err := cmd.CombinedOutput()
			require.NoError(t, err, "%s\n%s", out, patch(long, after))
			got, err := os.ReadFile(path)
			require.NoError(t, err)
			require.Equal(t, after, string(got))
			requirePlaces(t, after, compare(file(long), file(after)))
		})
	}
}

// requirePlaces requires that hunks name the lines where they stand in the
// new file: git looks for them above and below, and wouldn't mind.
func requirePlaces(t *testing.T, after string, hunks []*udiff.Hunk) {
	t.Helper()
	lines := strings.SplitAfter(after, "\n")
	for _, h := range hunks {
		at := h.ToLine - 1
		for _, l := range h.Lines {
			if l.Kind != udiff.Delete {
				require.Equal(t, lines[at], l.Content, "line %d", at+1)
				at++
			}
		}
	}
}

// TestDiffOfDeclarations: what was added begins where a declaration does,
// and not with the bracket that ends the one before.
func TestDiffOfDeclarations(t *testing.T) {
	for name, c := range map[string]struct{ added, before string }{
		"between": {"func X() int {\n\treturn 2\n}\n\n", "func B"},
		"alike":   {"func B() int {\n\treturn 2 < 3 && x\n}\n\n", "func B"},
	} {
		after := strings.Replace(long, c.before, c.added+c.before, 1)
		want := "+" + strings.ReplaceAll(strings.TrimSuffix(c.added, "\n"), "\n", "\n+") + "\n"
		got := patch(long, after)
		require.Contains(t, got, "\n "+"\n"+want, name)
	}
	require.Equal(t, "@@ -0,0 +1,1 @@", header(compare(nil, file("a\n"))[0]))
	require.Equal(t, "@@ -1,1 +0,0 @@", header(compare(file("a\n"), nil)[0]))
}

// TestLinesAreHighlightedAsInTheirFile: lines that are looked at one by one
// come out as those of the whole file.
func TestLinesAreHighlightedAsInTheirFile(t *testing.T) {
	for _, src := range []string{
		long, "package a\n\nvar a, b = `x`, \"`\"\n",
		"package a\n\nvar s = `one\nfunc two() {\n`\n\nfunc three() {}\n",
		"package a\n\n/* one\nfunc two() {\n*/\nfunc three() {}\n",
		"package a\n\nconst (\n\tA = iota // one\n\tB\n)\n\ntype (\n\tT struct{ a int }\n)\n",
	} {
		require.Equal(t, highlight(src, naming{}), lineCache{}.golang(file(src), nil), src)
	}
}
