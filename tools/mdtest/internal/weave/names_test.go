package weave

import (
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/fixture"
	"byhand/tools/mdtest/internal/semantic"
	"byhand/tools/mdtest/internal/tangle"
)

// rendered renders the book at root without knowing other packages.
func rendered(t *testing.T, root string) Site {
	_, site := withNames(t, root)
	return site
}

func withNames(t *testing.T, root string) (*weaver, Site) {
	b, err := book.Load(root)
	require.NoError(t, err)
	p, err := tangle.Tangle(&b.Book)
	require.NoError(t, err)
	w, err := newWeaver(b, p, Named(semantic.New(b.Module, token.NewFileSet(), nil)))
	require.NoError(t, err)
	site := Site{}
	require.NoError(t, w.pages(site))
	require.NoError(t, w.writeNames(site))
	return w, site
}

// write writes files below a folder of the test's own, beside a go.mod.
func write(t *testing.T, files map[string]string) string {
	root := t.TempDir()
	files["go.mod"] = "module m\n\ngo 1.26\n"
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
	}
	return root
}

// named renders a book of chapters 00-c, 01-c and so on.
func named(t *testing.T, chapters ...string) (*weaver, Site) {
	files := map[string]string{"book/SUMMARY.md": "# Book\n\n"}
	for i, c := range chapters {
		name := fmt.Sprintf("chapters/%02d-c.md", i)
		files[name] = fmt.Sprintf("# Chapter %d\n\n", i) + c
		files["book/SUMMARY.md"] += fmt.Sprintf("- [c](../%s)\n", name)
	}
	return withNames(t, write(t, files))
}

// stepOf is a step with listings of one file.
func stepOf(title, path string, listings ...string) string {
	s := "## " + title + "\n\n"
	for _, l := range listings {
		s += "```go " + path + l + "\n```\n\n"
	}
	return s
}

var anchors = regexp.MustCompile(`<a( [^>]*)>([^<]*)</a>`)

// linked returns the names in a block that are links or anchors.
func linked(t *testing.T, site Site, page, block string) string {
	_, rest, ok := strings.Cut(string(site[page]), `id="`+block+`"`)
	require.True(t, ok, "%s has no %s", page, block)
	rest, _, _ = strings.Cut(rest, "</pre>")
	_, rest, _ = strings.Cut(rest, "<pre>")
	var out []string
	for _, m := range anchors.FindAllStringSubmatch(rest, -1) {
		out = append(out, m[2]+strings.TrimPrefix(m[1], " class=d"))
	}
	return strings.Join(out, "\n")
}

const stack = `
package stack

// Stack is a pile.
type Stack struct {
	items []int
}

// Push adds n.
func (s *Stack) Push(n int) {
	s.items = append(s.items, n)
}

func help() {}`

func TestANameLeadsToItsDefinitionAsItStandsThere(t *testing.T) {
	_, site := named(t,
		stepOf("One", "code/stack/stack.go", stack, `
func (s *Stack) Twice(n int) {
	s.Push(n)
	s.Push(n)
	help()
}`, `
type Stack struct {
	items []int
	count int
}

func (s *Stack) Push(n int) {
	s.items = append(s.items, n)
	s.count++
}`)+stepOf("Two", "code/stack/stack.go", `
func (s *Stack) Twice(n int) {
	// ...
}

// Len counts.
func (s *Stack) Len() int {
	s.Twice(0)
	return len(s.items) - s.count
}`),
		stepOf("Three", "code/user/user.go", `
package user

import "m/code/stack"

type Both struct {
	*stack.Stack
	n int
}

func (b *Both) F() {
	stack := b.Stack
	stack.Push(b.n)
	b.Push(b.n)
}`))
	for _, c := range []struct{ page, block, want string }{
		{"00-c.html", "one:1", `Stack id=stack.Stack href=names.html#stack.Stack
items id=stack.Stack.items
Stack href=#stack.Stack
Push id=stack.Stack.Push href=names.html#stack.Stack.Push
items href=#stack.Stack.items
append href=https://pkg.go.dev/builtin#append
items href=#stack.Stack.items
help id=stack.help`},
		// Before the edit: what the first listing says.
		{"00-c.html", "one:2", `Stack href=#stack.Stack
Twice id=stack.Stack.Twice href=names.html#stack.Stack.Twice
Push href=#stack.Stack.Push
Push href=#stack.Stack.Push
help href=#stack.help`},
		// The edit defines what it changes; what it shows to be found stays.
		{"00-c.html", "one:3", `Stack id=stack.Stack.2 href=names.html#stack.Stack
items href=#stack.Stack.items
count id=stack.Stack.count
Stack href=#stack.Stack.2
Push id=stack.Stack.Push.2 href=names.html#stack.Stack.Push
items href=#stack.Stack.items
append href=https://pkg.go.dev/builtin#append
items href=#stack.Stack.items
count href=#stack.Stack.count`},
		{"00-c.html", "two:1", `Stack href=#stack.Stack.2
Twice href=#stack.Stack.Twice
Stack href=#stack.Stack.2
Len id=stack.Stack.Len href=names.html#stack.Stack.Len
Twice href=#stack.Stack.Twice
len href=https://pkg.go.dev/builtin#len
items href=#stack.Stack.items
count href=#stack.Stack.count`},
		// In a later chapter, through embedding, and past a local of the name.
		{"01-c.html", "three:1", `Both id=user.Both href=names.html#user.Both
stack.Stack id=user.Both.Stack href=00-c.html#stack.Stack.2
n id=user.Both.n
Both href=#user.Both
F id=user.Both.F href=names.html#user.Both.F
Stack href=#user.Both.Stack
Push href=00-c.html#stack.Stack.Push.2
n href=#user.Both.n
Push href=00-c.html#stack.Stack.Push.2
n href=#user.Both.n`},
	} {
		require.Equal(t, c.want, strings.ReplaceAll(linked(t, site, c.page, c.block), `"`, ""), "%s#%s", c.page, c.block)
	}
}

func TestRedCodeHasTheLinksThatMakeSense(t *testing.T) {
	_, site := named(t, stepOf("One", "code/stack/stack.go", stack, ` red
func (s *Stack) Broken() {
	s.nothing()
	s.items = Push(help(), unknown.Name)
}`, `
func (s *Stack) Broken() {
}`))
	require.Equal(t, `Stack href=#stack.Stack
Broken id=stack.Stack.Broken href=names.html#stack.Stack.Broken
items href=#stack.Stack.items
help href=#stack.help`, strings.ReplaceAll(linked(t, site, "00-c.html", "one:2"), `"`, ""))
}

func TestWholeFilesLeadUp(t *testing.T) {
	w, _ := named(t, stepOf("One", "code/stack/stack.go", stack), stepOf("Two", "code/stack/more.go", `
package stack

func More(n int) { help(); more() }

func more() {}`))
	pl := w.program.Chapters[1].Sections[1].Placed[w.program.Chapters[1].Blocks[0]]
	lines := lineCache{}.golang(pl.After, w.names.whole(pl.After, "../"))
	require.Equal(t, `<b>func</b> <a class=d href=../01-c.html#stack.More>More</a>(n int) { <a href=../00-c.html#stack.help>help</a>(); <a href=../01-c.html#stack.more>more</a>() }`, lines[2])
}

func TestAWholeFileThatACommandMadeIsLedToByItsBlock(t *testing.T) {
	chapter := stepOf("One", "code/stack/stack.go", stack) + "```console\n$ make code/stack/made.go\n```\n\n" +
		"```go code/stack/made.go made\npackage stack\n\n...\nfunc Shown() { Hidden() }\n```\n\n" +
		stepOf("Two", "code/stack/use.go", "\npackage stack\n\nfunc use() { Shown(); Hidden() }")
	site := rendered(t, write(t, map[string]string{
		"book/SUMMARY.md":  "# Book\n\n- [c](../chapters/00-c.md)\n",
		"chapters/00-c.md": "# C\n\n" + chapter,
		"chapters/made/00-c/01-one/code/stack/made.go.txt": "package stack\n\n// Hidden is not shown.\nfunc Hidden() {}\n\nfunc Shown() { Hidden() }\n",
	}))
	require.Equal(t, `Shown id=stack.Shown href=names.html#stack.Shown
Hidden href=#one:3 data-n=stack.Hidden`, strings.ReplaceAll(linked(t, site, "00-c.html", "one:3"), `"`, ""))
	require.Equal(t, `use id=stack.use
Shown href=#stack.Shown
Hidden href=#one:3 data-n=stack.Hidden`, strings.ReplaceAll(linked(t, site, "00-c.html", "two:1"), `"`, ""))
	require.Contains(t, string(site["names-00-c.js"]), `"stack.Hidden":["func Hidden()","Hidden is not shown."]`)
}

func TestWhatACommentSaysIsTextEverywhere(t *testing.T) {
	_, site := named(t, stepOf("One", "code/x/x.go", `
package x

// F <img src=x onerror=alert(1)> </script><script>alert(2)</script> & "q".
func F[T interface{ ~struct{ A string "`+"`</script>`"+`" } }](s string) {}`))
	for name, data := range site {
		if strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".js") {
			require.NotContains(t, string(data), "<img src=x", name)
			require.NotContains(t, string(data), "</script><script>", name)
		}
	}
	require.Contains(t, told(site, "x.F"), "F &lt;img src=x onerror=alert(1)&gt; &lt;/script&gt;")
}

func TestLocalsAreToldByTheirBlocks(t *testing.T) {
	_, site := named(t, stepOf("One", "code/x/x.go", `
package x

func F(n int) (s string) {
	for _, n := range s {
		_ = n
	}
	return s[n:]
}`))
	require.Contains(t, string(site["names-00-c.js"]), `{"one:1":{"n":[0,"var n int",1,"var n rune",3,"var n int"],"s":[0,"var s string"]}}`)
}

func TestNamesAreTheSameEveryTime(t *testing.T) {
	root := t.TempDir()
	require.NoError(t, fixture.Write(root, fixture.Shape{Chapters: 4, Steps: 10, Words: 20}))
	one, two := rendered(t, root), rendered(t, root)
	require.Equal(t, len(one), len(two))
	for name := range one {
		require.Equal(t, string(one[name]), string(two[name]), name)
	}
	require.Contains(t, one, "names-03-deque.js")
}
