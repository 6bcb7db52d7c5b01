package weave

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/links"
)

func TestAsidesAndTestsAreNotInTheIndex(t *testing.T) {
	w, site := named(t, stepOf("One", "code/stack/stack.go", stack, ` aside
// Aside goes.
func Aside() {}`)+stepOf("Two", "code/stack/stack_test.go", `
package stack

import "testing"

func TestStack(t *testing.T) { _ = Stack{} }

type Helper struct{}`)+stepOf("Three", "code/cmd/x/main.go", `
package main

// Exported is nobody's to import.
func Exported() {}

func main() { Exported() }`))
	require.ElementsMatch(t, []string{"stack.Stack", "stack.Stack.Push"}, keysOf(w.names.index))
	require.Contains(t, string(site["00-c.html"]), "<b>func</b> <a class=d id=cmd/x.Exported>Exported</a>() {}")
	require.Contains(t, string(site["00-c.html"]), `<b>func</b> <span class="d">TestStack</span>(`)
}

func keysOf(x index) []string {
	var keys []string
	for key := range x {
		keys = append(keys, key)
	}
	return keys
}

// told returns what the list of names says of a name.
func told(site Site, name string) string {
	_, rest, _ := strings.Cut(string(site[links.Names]), `<dt id="`+name+`"`)
	rest, _, _ = strings.Cut(rest, "</dd>")
	_, rest, _ = strings.Cut(rest, ">")
	rest = regexp.MustCompile(`<a href="([^"]*)"[^>]*>([^<]*)</a>`).ReplaceAllString(rest, "[$2]($1)")
	return strings.Join(strings.Fields(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(rest, "")), " ")
}

func TestTheListOfNamesTellsWhatBecameOfEach(t *testing.T) {
	_, site := named(t,
		stepOf("One", "code/stack/stack.go", stack)+
			stepOf("Two", "code/stack/stack.go", `
// Push adds n. It never panics.
func (s *Stack) Push(n int) {
	// ...
}

// Old is for a while.
func Old() { help() }

// Moved moves.
func Moved() { Old() }`)+
			stepOf("Three", "code/stack/stack.go", " drop=Old,Moved")+
			stepOf("Four", "code/stack/more.go", `
package stack

// Moved moves.
func Moved() {}`),
		stepOf("Five", "code/user/user.go", `
package user

import "m/code/stack"

func F(s *stack.Stack) { s.Push(1); s.Push(2) }`)+"## Challenges\n\n### Do it\n\n"+"```go code/user/user.go aside\nfunc G() { stack.Moved() }\n```\n")
	for name, want := range map[string]string{
		"stack.Stack":      "type Stack struct{items []int} Stack is a pile. defined in [0.1](00-c.html#one:1) · used in [1.1](01-c.html#five:1)",
		"stack.Stack.Push": "func (s *Stack) Push(n int) Push adds n. defined in [0.1](00-c.html#one:1) · changed in [0.2](00-c.html#two:1) · used in [1.1](01-c.html#five:1)",
		"stack.Old":        "func Old() Old is for a while. defined in [0.2](00-c.html#two:1) · dropped in [0.3](00-c.html#three:1)",
		"stack.Moved":      "func Moved() Moved moves. defined in [0.2](00-c.html#two:1) · changed in [0.4](00-c.html#four:1) · used in [1 Challenges](01-c.html#challenges:1)",
		"stack.help":       "",
	} {
		require.Equal(t, want, told(site, name), name)
	}
}

func TestTheFileOfAPackageThatIsDeletedTakesItsNamesAlong(t *testing.T) {
	_, site := named(t, stepOf("One", "code/stack/stack.go", stack)+"## Two\n\n```go code/stack/stack.go whole\n```\n")
	require.Contains(t, told(site, "stack.Stack.Push"), "dropped in [0.2](00-c.html#two:1)")
}

func TestCodeInProseLeadsToTheOneNameThatItCanMean(t *testing.T) {
	_, site := named(t,
		"Before it is there: `Push`.\n\n"+stepOf("`Push` in a title", "code/stack/stack.go", stack)+
			"First `Stack.Push`, then `Stack.Push`; `Push`, `help`, `Push(1)`, [`Stack`](#two), `stack.Stack`, `s`, `Nothing`.\n\n"+
			stepOf("Two", "code/stack/stack.go", "\nfunc (s *Stack) Push(n int) {\n\ts.items = nil\n}\n\n// Stack2 is one.\ntype Stack2[T any] struct{}\n\nfunc (Stack2[T]) Pop() {}")+
			"Now `Push()` and `Stack2[int]`.\n",
		stepOf("Three", "code/queue/queue.go", "\npackage queue\n\ntype Queue struct{}\n\nfunc (Queue) Pop() {}\n")+
			"`Pop` is one of two, `Queue.Pop` is not; `Push` is another chapter's.\n")
	require.Equal(t, []string{
		`#stack.Stack.Push>Stack.Push`, `#stack.Stack>stack.Stack`, `#stack.Stack.Push.2>Push()`, `#stack.Stack2>Stack2[int]`,
	}, prose(site, "00-c.html"))
	require.Equal(t, []string{`#queue.Queue.Pop>Queue.Pop`}, prose(site, "01-c.html"))
}

// prose returns the names in a page's prose that are links.
func prose(site Site, page string) []string {
	var out []string
	for _, m := range regexp.MustCompile(`<a class="name" href="([^"]*)"><code>([^<]*)<`).FindAllStringSubmatch(string(site[page]), -1) {
		out = append(out, m[1]+">"+m[2])
	}
	return out
}
