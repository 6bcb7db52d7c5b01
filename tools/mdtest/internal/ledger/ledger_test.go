package ledger

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

const text = `# One

Prose.

## A step

~~~go code/a/a.go
package a

func F() int { return 1 }
~~~

~~~console
$ go run ./code/a
1
~~~

## Another

~~~rust fails=E0382
fn main() {}
~~~

~~~go code/b/b.go
package b
~~~
`

// program tangles a chapter.
func program(t *testing.T, text string) *tangle.Program {
	t.Helper()
	c, errs := chapter.Parse("chapters/01-one.md", []byte(strings.ReplaceAll(text, "~~~", "```")))
	require.Empty(t, errs)
	mod := tree.NewText("module byhand\n", diag.Pos{File: "go.mod", Line: 1})
	p, err := tangle.Tangle(&tangle.Book{
		Module: "byhand", Base: tree.Tree{}.With(tree.NewFile("go.mod", mod)),
		Chapters: []*chapter.Chapter{c},
	})
	require.NoError(t, err)
	return p
}

// kinds returns the checks of p that old, a list of fingerprints, knows.
func kinds(p *tangle.Program, old map[string]bool) string {
	var out []string
	for _, c := range p.Checks() {
		if old[Fingerprint("byhand", c)] {
			out = append(out, string(c.Kind))
		}
	}
	return strings.Join(out, " ")
}

func TestFingerprintIsOfTheClaim(t *testing.T) {
	old := map[string]bool{}
	for _, c := range program(t, text).Checks() {
		old[Fingerprint("byhand", c)] = true
	}
	require.Len(t, old, 6)
	for _, c := range []struct{ what, from, to, still string }{
		{"nothing", "", "", "build console step rust build step"},
		{"prose", "Prose.", "Other\n\nprose.", "build console step rust build step"},
		{"a heading", "## A step", "## Some step", "build console step rust build step"},
		{"a line of output", "\n1\n", "\n2\n", "build step rust build step"},
		{"a command", "go run ./", "go vet ./", "build step rust build step"},
		{"a flag of a console", "~~~console", "~~~console numbers", "build step rust build step"},
		{"a code of Rust", "E0382", "E0499", "build console step build step"},
		{"a listing, and the trees after it", "return 1", "return 2", "rust"},
		{"a later listing", "package b", "package b // b", "build console step rust"},
	} {
		require.Equal(t, c.still, kinds(program(t, strings.Replace(text, c.from, c.to, 1)), old), c.what)
	}
	c := program(t, text).Checks()[0]
	require.NotEqual(t, Fingerprint("byhand", c), Fingerprint("other", c), "the module")
	red := *c
	red.Kind = tangle.Red
	require.NotEqual(t, Fingerprint("byhand", c), Fingerprint("byhand", &red), "the kind of claim")
}

// verdicts prints what is known of the checks of p.
func verdicts(l *Ledger, p *tangle.Program) string {
	var out []string
	for _, c := range p.Checks() {
		switch e, stale := l.Look(c); {
		case e != nil:
			out = append(out, string(e.Verdict))
		case stale:
			out = append(out, "stale")
		default:
			out = append(out, "?")
		}
	}
	return strings.Join(out, " ")
}

func all(p *tangle.Program, v Verdict) map[*tangle.Check]Finding {
	found := map[*tangle.Check]Finding{}
	for _, c := range p.Checks() {
		found[c] = Finding{Verdict: v}
	}
	return found
}

func TestPartialRunsMerge(t *testing.T) {
	cache, root := t.TempDir(), t.TempDir()
	now := Run{Time: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC), Go: "go1.26.8", Rust: "rustc 1.95.0"}
	p := program(t, text)
	open := func() *Ledger { return Open(cache, root, "byhand") }
	require.Equal(t, "? ? ? ? ? ?", verdicts(open(), p))

	console := p.Checks()[1]
	require.NoError(t, Record(cache, root, p, now, map[*tangle.Check]Finding{console: {Verdict: Failed, Why: "no"}}))
	require.Equal(t, "? failed ? ? ? ?", verdicts(open(), p))

	require.NoError(t, Record(cache, root, p, now, map[*tangle.Check]Finding{p.Checks()[3]: {Verdict: Skipped, Why: "there is no rustc"}}))
	require.Equal(t, "? failed ? skipped ? ?", verdicts(open(), p))
	sum := open().Sum(p.Checks())
	require.Equal(t, 1, sum.Failed)
	require.Equal(t, 4, sum.Unknown)
	require.Equal(t, map[string]int{"there is no rustc": 1}, sum.Skipped)

	now.Time = now.Time.Add(time.Hour)
	require.NoError(t, Record(cache, root, p, now, all(p, Held)))
	require.Equal(t, "held held held held held held", verdicts(open(), p))
	sum = open().Sum(p.Checks())
	require.Equal(t, []string{"go1.26.8", "rustc 1.95.0"}, sum.Versions)
	require.Equal(t, now.Time, sum.From)

	// An edit, and a run of something else: what changed stays unchecked.
	q := program(t, strings.Replace(text, "\n1\n", "\n2\n", 1))
	require.Equal(t, "held stale held held held held", verdicts(open(), q))
	require.NoError(t, Record(cache, root, q, now, map[*tangle.Check]Finding{q.Checks()[0]: {Verdict: Held}}))
	require.Equal(t, "held stale held held held held", verdicts(open(), q))
	require.Equal(t, 1, open().Sum(q.Checks()).Stale)

	// What was checked before counts again when the edit is undone.
	require.Equal(t, "held held held held held held", verdicts(open(), p))
}

func TestLedgerForgetsWhatTheBookHasNot(t *testing.T) {
	cache, root := t.TempDir(), t.TempDir()
	p := program(t, text)
	require.NoError(t, Record(cache, root, p, Run{}, all(p, Held)))
	half := program(t, text[:strings.Index(text, "## Another")])
	require.NoError(t, Record(cache, root, half, Run{}, nil))
	require.Equal(t, "held held held ? ? ?", verdicts(Open(cache, root, "byhand"), p))
}

func TestDamagedLedgerKnowsNothing(t *testing.T) {
	cache, root := t.TempDir(), t.TempDir()
	p := program(t, text)
	require.NoError(t, Record(cache, root, p, Run{}, all(p, Held)))
	for _, damage := range []string{
		"", "{", "null", `{"checks":[null]}`, `{"runs":[null],"checks":[{"run":0,"verdict":"held"}]}`,
		`{"runs":[{}],"checks":[{"run":7},{"run":-1},{"run":0,"verdict":"fine"}]}`,
	} {
		require.NoError(t, os.WriteFile(File(cache, root), []byte(damage), 0o666))
		require.Equal(t, "? ? ? ? ? ?", verdicts(Open(cache, root, "byhand"), p), damage)
	}
	require.Equal(t, "? ? ? ? ? ?", verdicts(Open(filepath.Join(cache, "none"), root, "byhand"), p))
	require.Equal(t, "? ? ? ? ? ?", verdicts(nil, p))
}

func TestBooksHaveLedgersOfTheirOwn(t *testing.T) {
	cache, p := t.TempDir(), program(t, text)
	one, two := t.TempDir(), t.TempDir()
	require.NoError(t, Record(cache, one, p, Run{}, all(p, Held)))
	require.Equal(t, "? ? ? ? ? ?", verdicts(Open(cache, two, "byhand"), p))
}
