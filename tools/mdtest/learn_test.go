package main_test

import (
	"bytes"
	"context"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/cli"
	"byhand/tools/mdtest/internal/learn"
	"byhand/tools/mdtest/internal/tangle"
)

// student works in a workspace of the real book, with the commands that its
// readers have.
type student struct {
	t   *testing.T
	dir string
}

// says runs mdtest in the workspace and returns its status and what it
// printed.
func (s *student) says(args ...string) (int, string) {
	s.t.Helper()
	var out bytes.Buffer
	status := cli.Main(append([]string{"-C", s.dir}, args...), &out, &out)
	return status, out.String()
}

// write puts files of a lesson's goal here: the program, not the tests.
func (s *student) write(l *learn.Lesson, change func(src []byte) []byte) {
	s.t.Helper()
	for _, p := range program(l) {
		name := filepath.Join(s.dir, filepath.FromSlash(p))
		f := l.Goal.Get(p)
		if f == nil {
			require.NoError(s.t, os.Remove(name))
			continue
		}
		require.NoError(s.t, os.MkdirAll(filepath.Dir(name), 0o777))
		data := f.Data()
		if filepath.Ext(p) == ".go" {
			data = change(data)
		}
		require.NoError(s.t, os.WriteFile(name, data, 0o666))
	}
}

// program returns the files that a lesson changes, tests apart; of one that
// brings nothing but tests, those that they test.
func program(l *learn.Lesson) []string {
	isTest := func(p string) bool { return learn.IsTest(p) || !strings.HasPrefix(p, "code/") }
	if files := slices.DeleteFunc(l.Start.Changed(l.Goal), isTest); len(files) > 0 {
		return files
	}
	return slices.DeleteFunc(l.Goal.Paths(), func(p string) bool {
		return isTest(p) || !slices.ContainsFunc(l.NewTests(), func(t string) bool { return path.Dir(t) == path.Dir(p) })
	})
}

func same(src []byte) []byte { return src }

// wrong makes every function of a file panic.
func wrong(src []byte) []byte {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", src, parser.SkipObjectResolution)
	if err != nil {
		return src
	}
	stub, err := parser.ParseExpr(`func() { panic("not right") }`)
	if err != nil {
		return src
	}
	used := false
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil {
			f.Body, used = stub.(*ast.FuncLit).Body, true
		}
	}
	if !used {
		return src
	}
	var kept []ast.Decl // imports that nothing uses now are blank
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			for _, s := range g.Specs {
				s.(*ast.ImportSpec).Name = ast.NewIdent("_")
			}
		}
		kept = append(kept, d)
	}
	file.Decls, file.Comments = kept, nil
	var out bytes.Buffer
	if err := format.Node(&out, fset, file); err != nil {
		return src
	}
	return out.Bytes()
}

func loadBook(t *testing.T, root string) *tangle.Program {
	t.Helper()
	b, err := book.Load(root)
	require.NoError(t, err)
	p, err := tangle.Tangle(&b.Book)
	require.NoError(t, err)
	return p
}

// bookUpTo returns a folder that has the book as far as a chapter: every
// command of a student reads all the book that there is.
func bookUpTo(t *testing.T, last string) string {
	t.Helper()
	root := t.TempDir()
	copyTo := func(p string, data []byte) {
		name := filepath.Join(root, filepath.FromSlash(p))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
		require.NoError(t, os.WriteFile(name, data, 0o666))
	}
	read := func(p string) []byte {
		data, err := os.ReadFile(filepath.Join("../..", filepath.FromSlash(p)))
		require.NoError(t, err)
		return data
	}
	summary, _, found := strings.Cut(string(read(book.SummaryFile)), last+".md)")
	require.True(t, found, "the book has no chapter %s", last)
	summary += last + ".md)\n"
	copyTo(book.SummaryFile, []byte(summary))
	for _, m := range regexp.MustCompile(`\.\./(chapters/[^)]+)`).FindAllStringSubmatch(summary, -1) {
		copyTo(m[1], read(m[1]))
	}
	for _, p := range []string{"go.mod", "go.sum"} {
		copyTo(p, read(p))
	}
	require.NoError(t, os.CopyFS(filepath.Join(root, book.BenchDir), os.DirFS(filepath.Join("../..", book.BenchDir))))
	return root
}

// TestAStudentWorksThroughChapter1 solves each step first wrongly, then as
// the book does, by the step's tree, which is its tag's.
func TestAStudentWorksThroughChapter1(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles every step of a chapter twice")
	}
	root := bookUpTo(t, "01-iterators")
	p := loadBook(t, root)
	s := &student{t, filepath.Join(t.TempDir(), "mein Heft")}
	var out bytes.Buffer
	require.Zero(t, cli.Main([]string{"-C", root, "learn", "01-iterators", s.dir}, &out, &out), out.String())
	steps := 0
	for _, l := range learn.Steps(p) {
		if l.Section.Chapter.Name != "01-iterators" {
			continue
		}
		steps++
		_, status := s.says("status")
		require.Contains(t, status, "at hand: "+l.Name)
		if len(learn.Missing(l.Promise(), l.Start)) > 0 {
			s.fails(l, "no answer at all")
		}
		if len(l.Adds()) > 0 {
			s.write(l, wrong)
			s.fails(l, "a wrong answer")
		}
		s.write(l, same)
		code, said := s.says("check")
		require.Zero(t, code, "%s: %s", l.Name, said)
		require.Contains(t, said, "ok    "+l.Name)
	}
	require.Positive(t, steps)
	_, status := s.says("status")
	require.Contains(t, status, "13 of 13 steps")
	code, said := s.says("check")
	require.Equal(t, 1, code)
	require.Contains(t, said, "there is no step at hand")
}

// fails wants a check to say no, and where the page explains it.
func (s *student) fails(l *learn.Lesson, what string) {
	s.t.Helper()
	code, said := s.says("check")
	require.Equal(s.t, 1, code, "%s: %s passes:\n%s", l.Name, what, said)
	require.Contains(s.t, said, "FAIL  "+l.Name)
	require.Contains(s.t, said, "01-iterators.html#")
}

// TestAnotherDesignPasses writes the first step's iterator as a closure
// behind an interface, where the book has a struct.
func TestAnotherDesignPasses(t *testing.T) {
	root := bookUpTo(t, "01-iterators")
	s := &student{t, filepath.Join(t.TempDir(), "w")}
	var out bytes.Buffer
	require.Zero(t, cli.Main([]string{"-C", root, "learn", "01-iterators", s.dir}, &out, &out), out.String())
	require.NoError(t, os.WriteFile(filepath.Join(s.dir, "code/pull/mine.go"), []byte(`package pull

type Iterator[T any] interface{ Next() (T, bool) }

type next[T any] func() (T, bool)

func (n next[T]) Next() (T, bool) { return n() }

func From[T any](v []T) Iterator[T] {
	i := 0
	return next[T](func() (x T, ok bool) {
		if i < len(v) {
			x, ok = v[i], true
			i++
		}
		return x, ok
	})
}

func Collect[T any](src Iterator[T]) []T {
	var all []T
	for x, ok := src.Next(); ok; x, ok = src.Next() {
		all = append(all, x)
	}
	return all
}
`), 0o666))
	code, said := s.says("check")
	require.Zero(t, code, said)
	require.Contains(t, said, "ok    01-iterators/01-")
}

// TestTwoWatchersDoNotFight lets two of them follow one workspace to the
// end of a small chapter.
func TestTwoWatchersDoNotFight(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":          "module byhand\n\ngo 1.26.0\n",
		"book/SUMMARY.md": "# A book\n\n- [One](../chapters/01-one.md)\n",
		"chapters/01-one.md": "# One\n\n## A\n\n```go code/one/a.go\npackage one\n\nfunc A() int { return 1 }\n```\n\n" +
			"## B\n\n```go code/one/b.go\npackage one\n\nfunc B() int { return 2 }\n```\n",
	} {
		require.NoError(t, os.MkdirAll(filepath.Join(root, filepath.Dir(name)), 0o777))
		require.NoError(t, os.WriteFile(filepath.Join(root, name), []byte(text), 0o666))
	}
	bin := filepath.Join(t.TempDir(), "mdtest.exe")
	build, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput()
	require.NoError(t, err, "%s", build)
	ws := filepath.Join(root, "w")
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	begun, err := exec.CommandContext(ctx, bin, "-C", root, "learn", "01-one", ws).CombinedOutput()
	require.NoError(t, err, "%s", begun)

	var wg sync.WaitGroup
	outs := make([]bytes.Buffer, 2)
	errs := make([]error, 2)
	for i := range outs {
		cmd := exec.CommandContext(ctx, bin, "-C", ws, "--cache", t.TempDir(), "check", "--watch")
		cmd.Stdout, cmd.Stderr = &outs[i], &outs[i]
		wg.Go(func() { errs[i] = cmd.Run() })
	}
	code := filepath.Join(ws, "code/one")
	require.NoError(t, os.MkdirAll(code, 0o777))
	for _, f := range []string{"a", "b"} {
		time.Sleep(100 * time.Millisecond) // a reader is not that fast; the claim does not hang on it
		src := "package one\n\nfunc " + strings.ToUpper(f) + "() int { return 0 }\n"
		require.NoError(t, os.WriteFile(filepath.Join(code, f+".go"), []byte(src), 0o666))
	}
	wg.Wait()
	for i := range outs {
		require.NoError(t, errs[i], outs[i].String())
		require.NotContains(t, outs[i].String(), "damaged")
	}
	w, err := learn.Open(ws)
	require.NoError(t, err)
	require.Len(t, w.State.Passed, 2)
	require.Empty(t, w.State.At)
}
