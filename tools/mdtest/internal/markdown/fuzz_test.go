package markdown

import (
	"bytes"
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// addPages seeds a fuzz test with the example chapter, whole and in
// sections, and with fences in odd places.
func addPages(f *testing.F) {
	page, err := os.ReadFile("../../testdata/example/chapters/00-aliasing.md")
	require.NoError(f, err)
	f.Add(page)
	for _, s := range bytes.SplitAfter(page, []byte("\n## ")) {
		f.Add(s)
	}
	for _, s := range []string{
		"```go\na\n```\n", "~~~\n```\n~~~", "````\n```\n````\n", "  ```\n a\n   b\n  ```\n",
		"> ```a b\n> x\n>\n> \ty\n> ```\n", ">```\n>x\n>```\n", "[^1]:```\n    ```\n[^1]", "[^note]: ```\n    x\n    ```\n", ">* ```\n>   ```", "> ```\n> a\n```\nb\n```\n",
		"- ```\n  a\n\n  b\n  ```\n", "- ```\n  a\n```\nb\n```\n", "1. > - ```\n   >   a\n   >   ```\n",
		"-\t```\n\ta\n\t```\n", "[^1]: note\n\n    ```\n    a\n    ```\n\ntext[^1]\n\n```\nb\n```\n",
		"```\n", "```\na", "```\n```", "<details>\n\n```\na\n```\n\n</details>\n", "| a |\n|---|\n```\n```\n",
	} {
		f.Add([]byte(s))
	}
}

func fences(d *Doc) []*Fence {
	var out []*Fence
	for _, item := range d.Items {
		if f, ok := item.(*Fence); ok {
			out = append(out, f)
		}
	}
	return out
}

// isPage reports whether a chapter may have these bytes.
func isPage(src []byte) bool {
	return utf8.Valid(src) && !bytes.ContainsAny(src, "\r\x00") && len(src) < 1<<16
}

// goldmarkFences returns what goldmark says is in the fenced blocks of src,
// in the order of the page.
func goldmarkFences(src []byte) []string {
	type block struct {
		pos  int
		text string
	}
	var blocks []block
	root := engine().Parser().Parse(text.NewReader(src))
	_ = ast.Walk(root, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if n, ok := n.(*ast.FencedCodeBlock); ok && in {
			var b strings.Builder
			if n.Info != nil {
				b.Write(n.Info.Segment.Value(src))
			}
			b.WriteByte('\n')
			for i := range n.Lines().Len() {
				seg := n.Lines().At(i)
				b.WriteString(strings.TrimSuffix(string(seg.Value(src)), "\n") + "\n")
			}
			blocks = append(blocks, block{n.Pos(), b.String()})
		}
		return ast.WalkContinue, nil
	})
	slices.SortStableFunc(blocks, func(a, b block) int { return cmp.Compare(a.pos, b.pos) })
	var out []string
	for _, b := range blocks {
		out = append(out, b.text)
	}
	return out
}

func FuzzFencesAreGoldmarks(f *testing.F) {
	addPages(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		if !isPage(src) {
			return
		}
		d := Parse(src)
		var got []string
		for _, f := range fences(d) {
			got = append(got, f.Info+"\n"+f.Text())
		}
		require.Equal(t, goldmarkFences(src), got)
	})
}

func FuzzFenceLinesHaveTheirPlace(f *testing.F) {
	addPages(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		if !isPage(src) {
			return
		}
		d := Parse(src)
		lines := strings.Split(string(src), "\n")
		end := 0
		for _, f := range fences(d) {
			require.Greater(t, f.Line, end, "fences don't overlap")
			require.LessOrEqual(t, f.Last, len(lines))
			end = f.Last
			require.Contains(t, lines[f.Line-1], f.Mark)
			if f.Closed {
				require.Contains(t, lines[f.Last-1], f.Mark)
			}
			for i, l := range f.Lines {
				require.Equal(t, f.LineAt(i), d.Line(l.Start))
				require.Equal(t, strings.TrimLeft(l.Text, " \t"), strings.TrimLeft(string(src[l.Start:l.End]), " \t"))
			}
		}
	})
}

func FuzzApplyOfTheSameChangesNothing(f *testing.F) {
	addPages(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		if !isPage(src) {
			return
		}
		d := Parse(src)
		var edits []Edit
		for _, f := range fences(d) {
			var lines []string
			for _, l := range f.Lines {
				lines = append(lines, l.Text)
			}
			edits = append(edits, Edit{Fence: f, To: len(lines), Lines: lines})
		}
		require.Equal(t, string(src), string(d.Apply(edits)))
	})
}

func FuzzAppliedLinesAreReadBack(f *testing.F) {
	addPages(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		if !isPage(src) {
			return
		}
		d := Parse(src)
		want := []string{"a", "", "\tb", "   c", "> - d", ""}
		var edits []Edit
		for _, f := range fences(d) {
			if f.Closed {
				edits = append(edits, Edit{Fence: f, To: len(f.Lines), Lines: want})
			}
		}
		after := fences(Parse(d.Apply(edits)))
		require.Len(t, after, len(fences(d)))
		for i, f := range fences(d) {
			if f.Closed {
				require.True(t, after[i].Closed)
				require.Equal(t, strings.Join(want, "\n")+"\n", after[i].Text(), "fence %d", i)
			}
		}
	})
}
