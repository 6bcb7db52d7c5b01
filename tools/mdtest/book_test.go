package main_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/run"
	"byhand/tools/mdtest/internal/tangle"
)

// TestBook runs the chapters of the book that this repository holds: a
// subtest for each chapter, and in it one for each section. Choose with
// -run TestBook/03-arena/04-reset.
func TestBook(t *testing.T) {
	root, err := book.FindRoot(".")
	if err != nil {
		t.Fatal(err)
	}
	testBook(t, root)
}

// TestExampleBook runs the conformance book: a tool that is right passes it
// as it stands.
func TestExampleBook(t *testing.T) { testBook(t, "testdata/example") }

// testBook runs the book at root. Every chosen section waits until all are
// known: what they need is then found out in one go.
func testBook(t *testing.T, root string) {
	p := tangled(t, root)
	if len(p.Chapters) == 0 {
		t.Fatalf("the book has no chapters: %s lists none", book.SummaryFile)
	}
	r, err := run.New(p.Book, run.Options{Cache: os.Getenv("MDTEST_CACHE")})
	if err != nil {
		t.Fatal(err)
	}
	var chosen []*tangle.Section
	ready := false
	for _, c := range p.Chapters {
		t.Run(c.Name, func(t *testing.T) {
			for _, s := range c.Sections {
				t.Run(inChapter(s), func(t *testing.T) {
					chosen = append(chosen, s)
					t.Parallel() // waits for the end of the chapter's function,
					if !ready {
						t.FailNow()
					}
					testSection(t, r, s)
				})
			}
			t.Parallel() // which waits for the end of this one
		})
	}
	if err := r.Prepare(t.Context(), chosen); err != nil {
		t.Fatal(err)
	}
	ready = true
}

// tangled reads and tangles the book at root.
func tangled(t testing.TB, root string) *tangle.Program {
	t.Helper()
	b, err := book.Load(root)
	if err != nil {
		t.Fatalf("the book can't be read:\n%v", err)
	}
	p, err := tangle.Tangle(&b.Book)
	if err != nil {
		t.Fatalf("the chapters don't add up:\n%v", err)
	}
	return p
}

// inChapter names a section within its chapter. What stands before the
// first heading has no name of its own.
func inChapter(s *tangle.Section) string {
	if _, rest, ok := strings.Cut(s.Name, "/"); ok {
		return rest
	}
	return "lead"
}

// testSection runs a section and says what is wrong with it. Errors begin
// with their place in the chapter, so that editors find it.
func testSection(t *testing.T, r *run.Runner, s *tangle.Section) {
	if err := r.Section(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	skipped := 0
	for _, c := range s.Checks {
		res := r.Result(c)
		for _, e := range res.Errors {
			fmt.Fprintln(t.Output(), e)
			t.Fail()
		}
		if res.Status == run.Skipped {
			fmt.Fprintf(t.Output(), "%s: skipped: %s\n", c.Pos, res.Why)
			skipped++
		}
	}
	if skipped > 0 && skipped == len(s.Checks) {
		t.SkipNow()
	}
}
