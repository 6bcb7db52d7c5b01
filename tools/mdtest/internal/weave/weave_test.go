package weave

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// listings tangles blocks, each an info string and its lines, and shows the
// last: the state of each line, its number in the file, and its text.
func listings(t *testing.T, base tree.Tree, blocks ...string) (string, string) {
	src := "# One\n\n## A step\n"
	for _, b := range blocks {
		src += "\n```" + b + "\n```\n"
	}
	c, errs := chapter.Parse("chapters/01-one.md", []byte(src))
	require.Empty(t, errs)
	p, err := tangle.Tangle(&tangle.Book{Module: "byhand", Base: base, Chapters: []*chapter.Chapter{c}})
	require.NoError(t, err)
	last := c.Blocks[len(c.Blocks)-1]
	pl := p.Chapters[0].Sections[1].Placed[last]
	var out strings.Builder
	numbers := numbers(last, pl)
	for i, s := range states(last, pl) {
		n := ""
		if numbers[i] > 0 {
			n = fmt.Sprint(numbers[i])
		}
		fmt.Fprintf(&out, "%s\n", strings.TrimRight(fmt.Sprintf("%-4s %2s %s", s, n, last.Lines[i].Text), " "))
	}
	words, flags := caption(last, pl)
	return out.String(), strings.Join(append([]string{words}, flags...), " / ")
}

const first = `go code/a/a.go
package a

import "os"

const (
	// A counts.
	A = 1
	B = 2
)

// F closes.
func F() {
	f, _ := os.Open("x")
	if f == nil {
		return
	}
	f.Close()
}

func G() {
}`

func TestNewFile(t *testing.T) {
	_, words := listings(t, tree.Tree{}, first)
	require.Equal(t, "new file", words)
}

func TestReplaced(t *testing.T) {
	got, words := listings(t, tree.Tree{}, first, `go code/a/a.go
const B = 3

func F() {
	f, _ := os.Open("y")
	if f == nil {
		return
	}
	// ...
}`)
	require.Equal(t, `new   8 const B = 3
old
old  12 func F() {
new  13 	f, _ := os.Open("y")
old  14 	if f == nil {
old  15 		return
old  16 	}
rest    	// ...
old  18 }
`, got)
	require.Equal(t, "in <code>const B</code> and <code>func F</code>, 2 lines replaced", words)
}

// TestAlike: a line of a new declaration is new, however much it looks like
// one that stands elsewhere in the file.
func TestAlike(t *testing.T) {
	got, words := listings(t, tree.Tree{}, first, `go code/a/a.go
import (
	"os"
	"strconv"
)

func G() {
	strconv.Itoa(1)
}

func H() {
	f, _ := os.Open("x")
	f.Close()
}`)
	require.Equal(t, `old   3 import (
old   4 	"os"
new   5 	"strconv"
old   6 )
old
old  23 func G() {
new  24 	strconv.Itoa(1)
old  25 }
old  26
new  27 func H() {
new  28 	f, _ := os.Open("x")
new  29 	f.Close()
new  30 }
`, got)
	require.Equal(t, "in <code>func G</code>, 1 new line · <code>func H</code> added after <code>func G</code> · <code>&#34;strconv&#34;</code> to be imported", words)
}

func TestWhole(t *testing.T) {
	got, words := listings(t, tree.Tree{}, first, `go code/a/a.go whole
package a

// F is new.
func F() {
}

func H() {
}`)
	require.Equal(t, `old   1 package a
old   2
new   3 // F is new.
old   4 func F() {
old   5 }
old   6
new   7 func H() {
new   8 }
`, got)
	require.Equal(t, "the whole file · in <code>func F</code>, 1 line in place of 6 · <code>func H</code> added · <code>const A</code> and <code>func G</code> dropped", words)
}

func TestOtherFiles(t *testing.T) {
	got, words := listings(t, tree.Tree{}, "text code/a.txt\none\ntwo", "text code/a.txt\none\nand\ntwo")
	require.Equal(t, "old   1 one\nnew   2 and\nold   3 two\n", got)
	require.Equal(t, "the whole file, 1 new line", words)

	got, words = listings(t, tree.Tree{}, "text code/a.txt\none\ntwo", "text code/a.txt append\none")
	require.Equal(t, "new   3 one\n", got)
	require.Equal(t, "added at the end", words)
}

func TestDeleted(t *testing.T) {
	got, words := listings(t, tree.Tree{}, first, "go code/a/a.go whole")
	require.Empty(t, got)
	require.Equal(t, "the file is deleted", words)
}

func TestHighlight(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"\n", ""},
		{"func (m *M[T]) Get() {\n}\n", `<b>func</b> (m *M[T]) <span class="d">Get</span>() {|}`},
		{"x := \"<\" // &\n", `x := <span class="s">"&lt;"</span> <i>// &amp;</i>`},
		{"`a\n\nb`\n", "<span class=\"s\">`a</span>||<span class=\"s\">b`</span>"},
		{"/* a\nb */ 'c' 1.5;\n", `<i>/* a</i>|<i>b */</i> <span class="s">'c'</span> <span class="n">1.5</span>;`},
		{"\"open\n€ ⊕ \\ @\n", "<span class=\"s\">\"open</span>|€ ⊕ \\ @"},
	} {
		require.Equal(t, c.want, strings.Join(highlight(c.in, naming{}), "|"), c.in)
	}
}

// TestRuns: lines that are alike and numbered on are one element.
func TestRuns(t *testing.T) {
	for _, c := range []struct {
		states  []state
		numbers []int
		want    string
	}{
		{[]state{fresh, fresh}, []int{1, 2}, `<span style="--n:0">0 1 </span>`},
		{[]state{fresh, fresh}, []int{1, 7}, `<span style="--n:0">0 </span><span style="--n:6">1 </span>`},
		{[]state{old, fresh, fresh}, []int{3, 4, 5}, `<span class="old" style="--n:2">0 </span><ins style="--n:3">1 2 </ins>`},
		{[]state{old, elided, old}, []int{3, 0, 9}, `<span class="old" style="--n:2">0 </span><span class="rest">1 </span><span class="old" style="--n:8">2 </span>`},
		{[]state{fresh, fresh, fresh}, []int{0, 0, 1}, `<span>0 1 </span><span style="--n:0">2 </span>`},
	} {
		var out strings.Builder
		writeLines(&out, []string{"0", "1", "2"}[:len(c.states)], c.states, c.numbers)
		bare := strings.NewReplacer("<span>0", "0", "<span>1", "1", "<span>2", "2", "\n</span>", " ")
		require.Equal(t, c.want, bare.Replace(out.String()))
	}
}

func TestDiagramOfAnything(t *testing.T) {
	for _, in := range []string{"", "\n", "\t-->", "<script>", "o-o\n|\n'", "日本 --> 語", "é\u0301\x00"} {
		out := renderDiagram(in)
		require.NotContains(t, out, "<script>", in)
		require.Contains(t, out, "</svg>", in)
	}
}
