package semantic

import (
	"fmt"
	"go/token"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tree"
)

// treeOf returns the tree of a txtar archive's files.
func treeOf(archive string) tree.Tree {
	var t tree.Tree
	for _, f := range txtar.Parse([]byte(archive)).Files {
		t = t.With(tree.NewFile(f.Name, tree.NewText(string(f.Data), diag.Pos{File: "x.md", Line: 1})))
	}
	return t
}

// meanings says what the names on the lines of a file that hold mark mean.
func meanings(c *Checker, t tree.Tree, path, mark string) string {
	f := c.File(t, path)
	var out []string
	for i, line := range t.Get(path).Text.Lines {
		if !strings.Contains(line, mark) {
			continue
		}
		for _, m := range f.Line(i + 1) {
			out = append(out, meaning(m))
		}
	}
	return strings.Join(out, "\n")
}

func meaning(m Mark) string {
	s := m.Name
	if m.Qualifier {
		s += "."
	}
	if m.Decl != "" {
		s += " declares " + m.Decl
	}
	switch y := m.Symbol; {
	case y == nil:
	case y.Path != "":
		s += fmt.Sprintf(": %s %s at %s:%d", y.Kind, y.Qualified(), y.Path, y.Line)
	case y.Kind == Local || y.Kind == Builtin:
		s += fmt.Sprintf(": %s %s", y.Kind, y.Text)
	default:
		s += fmt.Sprintf(": %s outside", y.Qualified())
	}
	return strings.TrimSuffix(s, " ")
}

func newChecker() *Checker { return New("m", token.NewFileSet(), nil) }

const pile = `
-- code/pile/pile.go --
package pile

import "fmt"

// Base has *what* all have: see [Pile].
//
// Nobody reads this.
type Base struct{ n, id int } // 1

// Count counts.
func (b *Base) Count() int { return b.n } // 2

type Pile[T any] struct {
	Base // 3
	items []T
	next interface{ Walk(Stepper) } // 4
}

type Stepper interface {
	Step(n int) (again bool) // 5
}

func (p *Pile[T]) Push(v T) { p.items = append(p.items, v) } // 6

func Sum(p *Pile[int]) (sum int) {
	for _, p := range p.items { sum += p } // 7
	fmt.Println(sum, p.Count(), p.n, limit) // 8
	if p.next != nil { p.next.Walk(nil) } // 9
	return sum
}
-- code/pile/limit_test.go --
package pile

const Exposed = limit // 1
-- code/pile/x_test.go --
package pile_test

import (
	"testing"
	. "m/code/pile"
	other "m/code/use"
)

func TestSum(t *testing.T) {
	_ = Exposed + Sum(&Pile[int]{}) // 1
	other.F(&Pile[int]{}) // 2
}
-- code/pile/limit_windows.go --
package pile

const limit = 1 // 1
-- code/pile/limit_unix.go --
//go:build !windows

package pile

const limit = 2
-- code/use/use.go --
package use

import "m/code/pile"

func F(p *pile.Pile[int]) { // 1
	p.Push(1) // 2
	G(p.Count) // 3
}
`

const pileGo, xGo = "code/pile/pile.go", "code/pile/x_test.go"

// meant has the meanings of the names on the lines of pile that have a mark.
var meant = []struct{ path, mark, want string }{
	{pileGo, "// 1", `Base declares Base: type pile.Base at code/pile/pile.go:8
n declares Base.n: field pile.Base.n at code/pile/pile.go:8
id declares Base.id: field pile.Base.id at code/pile/pile.go:8
int`},
	{pileGo, "// 2", `b: local var b *Base
Base: type pile.Base at code/pile/pile.go:8
Count declares Base.Count: method pile.Base.Count at code/pile/pile.go:11
int
b: local var b *Base
n: field pile.Base.n at code/pile/pile.go:8`},
	{pileGo, "// 3", "Base declares Pile.Base: type pile.Base at code/pile/pile.go:8"},
	{pileGo, "// 4", `next declares Pile.next: field pile.Pile.next at code/pile/pile.go:16
Walk declares Pile.next.Walk: method pile.Pile.next.Walk at code/pile/pile.go:16
Stepper: type pile.Stepper at code/pile/pile.go:19`},
	{pileGo, "// 5", `Step declares Stepper.Step: method pile.Stepper.Step at code/pile/pile.go:20
n: local var n int
int
again: local var again bool
bool`},
	{pileGo, "// 6", `p: local var p *Pile[T]
Pile: type pile.Pile at code/pile/pile.go:13
T: local type parameter T any
Push declares Pile.Push: method pile.Pile.Push at code/pile/pile.go:23
v: local var v T
T: local type parameter T any
p: local var p *Pile[T]
items: field pile.Pile.items at code/pile/pile.go:15
append: builtin
p: local var p *Pile[T]
items: field pile.Pile.items at code/pile/pile.go:15
v: local var v T`},
	{pileGo, "// 7", `_
p: local var p int
p: local var p *Pile[int]
items: field pile.Pile.items at code/pile/pile.go:15
sum: local var sum int
p: local var p int`},
	{pileGo, "// 8", `fmt.: fmt.Println outside
Println: fmt.Println outside
sum: local var sum int
p: local var p *Pile[int]
Count: method pile.Base.Count at code/pile/pile.go:11
p: local var p *Pile[int]
n: field pile.Base.n at code/pile/pile.go:8
limit: const pile.limit at code/pile/limit_unix.go:5`},
	{xGo, "// 1", `_
Exposed: const pile.Exposed at code/pile/limit_test.go:3
Sum: func pile.Sum at code/pile/pile.go:25
Pile: type pile.Pile at code/pile/pile.go:13
int`},
	{xGo, "// 2", `other.: func use.F at code/use/use.go:5
F: func use.F at code/use/use.go:5
Pile: type pile.Pile at code/pile/pile.go:13
int`},
	{"code/use/use.go", "// 2", `p: local var p *pile.Pile[int]
Push: method pile.Pile.Push at code/pile/pile.go:23`},
	// A file for another system is looked at as if it were for this one.
	{"code/pile/limit_windows.go", "// 1", "limit declares limit: const pile.limit at code/pile/limit_windows.go:3"},
}

func TestNames(t *testing.T) {
	c, tree := newChecker(), treeOf(pile)
	for _, test := range meant {
		require.Equal(t, test.want, meanings(c, tree, test.path, test.mark), "%s %s", test.path, test.mark)
	}
}

func TestCommentsAreOneParagraphOfText(t *testing.T) {
	c, tree := newChecker(), treeOf(pile)
	s := c.File(tree, "code/pile/pile.go").Line(8)[0].Symbol
	require.Equal(t, "Base has *what* all have: see Pile.", s.Doc)
	require.Equal(t, "type Base struct{n int; id int}", s.Text)
}

// broken has code that is wrong, and what the names in its a.go mean.
var broken = []struct{ tree, want string }{
	// Of an undefined name, an unused variable and a wrong type, the
	// rest is known.
	{"-- code/a/a.go --\npackage a\n\nfunc F(n int) { var s string = n + nothing.x; F(s.y) }", `F declares F: func a.F at code/a/a.go:3
n: local var n int
int
s: local var s string
string
n: local var n int
nothing
x
F: func a.F at code/a/a.go:3
s: local var s string
y`},
	// What can't be parsed is known as far as it can.
	{"-- code/a/a.go --\npackage a\n\nfunc F(n int) { return n +", `F declares F: func a.F at code/a/a.go:3
n: local var n int
int
n: local var n int`},
	{"-- code/a/a.go --\nnot Go\nfunc F()", ""},
	{"-- code/a/a.go --\n", ""},
	// Packages that import one another.
	{"-- code/b/b.go --\npackage b\nimport \"m/code/a\"\nvar B = a.A\n-- code/a/a.go --\npackage a\nimport \"m/code/b\"\nvar A = b.B", `A declares A: var a.A at code/a/a.go:3
b.: var b.B at code/b/b.go:3
B: var b.B at code/b/b.go:3`},
	// A package that is not there, one that nobody knows, and C.
	{"-- code/a/a.go --\npackage a\nimport (\n\"m/code/b\"\n\"x.org/y\"\n\"C\"\n)\nvar _, _, _ = b.B, y.Y, C.int", `_
_
_
b.
B
y.: x.org/y.Y outside
Y: x.org/y.Y outside
C.: C.int outside
int: C.int outside`},
	// Two packages in one folder.
	{"-- code/a/b.go --\npackage b\nvar B = 1\n-- code/a/a.go --\npackage a\nvar A = B", `A declares A: var a.A at code/a/a.go:2
B`},
}

func TestWhatIsBrokenHasTheNamesThatMakeSense(t *testing.T) {
	c := newChecker()
	for _, test := range broken {
		require.Equal(t, test.want, meanings(c, treeOf(test.tree), "code/a/a.go", ""), test.tree)
	}
}

func TestWithoutATypeTheLineHasToDo(t *testing.T) {
	c := newChecker()
	f := c.File(treeOf("-- code/a/a.go --\npackage a\n\n// F is red.\nfunc F(x Nothing) (err error) {\n\tx.y()\n}"), "code/a/a.go")
	require.Equal(t, "func F(x Nothing) (err error)", f.Line(4)[0].Symbol.Text)
	require.Equal(t, "F is red.", f.Line(4)[0].Symbol.Doc)
}

func TestAFileOfTheSamePackageVersionIsLookedAtOnce(t *testing.T) {
	c := newChecker()
	one := c.File(treeOf(pile), "code/use/use.go")
	require.Same(t, one, c.File(treeOf(pile), "code/use/use.go"))
	edited := strings.Replace(pile, "// Count counts.", "// Count counts\n// again.", 1)
	two := c.File(treeOf(edited), "code/use/use.go")
	require.NotSame(t, one, two)
	require.Equal(t, "G\np: local var p *pile.Pile[int]\nCount: method pile.Base.Count at code/pile/pile.go:12",
		meanings(c, treeOf(edited), "code/use/use.go", "// 3"))
}

func TestWhatIsNoGoFileHasNoNames(t *testing.T) {
	c := newChecker()
	tree := treeOf("-- code/a/a.txt --\npackage a\n-- code/a/testdata/x.go --\npackage x\n")
	for _, p := range append(tree.Paths(), "code/nothing.go") {
		require.Nil(t, c.File(tree, p), p)
		require.Empty(t, c.File(tree, p).Line(1))
	}
}
