package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"byhand/tools/mdtest/internal/fixture"
)

// The benchmarks run the built tool as its users do, with a cache of its
// own. What they should stay under on two cores: the example book unchanged
// or with its prose edited 0.5 s, extracted 0.1 s; the large book unchanged
// 2 s, with a listing edited 3 s, cold 1.2 times what the bare go command
// takes. Nothing asserts that: a busy machine is no fault of the tool.

// tool is a built mdtest with a book to run it on.
type tool struct {
	bin, root, cache string
	env              []string
}

// newTool builds mdtest for the book at root.
func newTool(b *testing.B, root string) *tool {
	b.Helper()
	t := &tool{
		bin: filepath.Join(b.TempDir(), "mdtest.exe"), root: root, cache: b.TempDir(),
		env: os.Environ(),
	}
	execute(b, ".", t.env, "go", "build", "-o", t.bin, ".")
	return t
}

// run runs mdtest, which must find nothing wrong.
func (t *tool) run(b *testing.B, args ...string) {
	b.Helper()
	execute(b, t.root, t.env, t.bin, append([]string{"--cache", t.cache}, args...)...)
}

// execute runs a command, which must succeed.
func execute(b *testing.B, dir string, env []string, name string, args ...string) {
	b.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, env
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

// replace changes one place of a file of the book: the first new after mark.
func (t *tool) replace(b *testing.B, file, mark, old, new string) {
	b.Helper()
	name := filepath.Join(t.root, filepath.FromSlash(file))
	data, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	head, rest, found := strings.Cut(string(data), mark)
	if !found || !strings.Contains(rest, old) {
		b.Fatalf("%s has no %q below %q", file, old, mark)
	}
	text := head + mark + strings.Replace(rest, old, new, 1)
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkExample(b *testing.B) {
	t := newTool(b, b.TempDir())
	if err := os.CopyFS(t.root, os.DirFS("testdata/example")); err != nil {
		b.Fatal(err)
	}
	t.run(b, "extract")
	t.run(b, "test")
	b.Run("unchanged", func(b *testing.B) {
		for b.Loop() {
			t.run(b, "test")
		}
	})
	b.Run("prose edited", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			t.replace(b, "chapters/00-aliasing.md", "Here is a", " ", fmt.Sprintf(" %d ", n))
			t.run(b, "test")
		}
	})
	b.Run("extract", func(b *testing.B) {
		for b.Loop() {
			t.run(b, "extract")
		}
	})
}

func BenchmarkBook(b *testing.B) {
	t := newTool(b, b.TempDir())
	if err := fixture.Write(t.root, fixture.Large); err != nil {
		b.Fatal(err)
	}
	t.run(b, "test")
	b.Run("unchanged", func(b *testing.B) {
		for b.Loop() {
			t.run(b, "test")
		}
	})
	b.Run("extract", func(b *testing.B) {
		for b.Loop() {
			t.run(b, "extract")
		}
	})
	// In the middle of the book, and of its package.
	b.Run("listing edited", func(b *testing.B) {
		t.editListing(b, "chapters/07-heap.md", " learns step 8\n")
	})
	// The worst case: the package that most others stand on, from its start.
	b.Run("first listing edited", func(b *testing.B) {
		t.editListing(b, "chapters/00-arena.md", " learns step 1\n")
	})
}

// editListing measures a run after an edit of the first listing of a step,
// each time another one.
func (t *tool) editListing(b *testing.B, file, step string) {
	const line = "\tif n < %d {\n"
	for n := 0; b.Loop(); n-- {
		t.replace(b, file, step, fmt.Sprintf(line, n), fmt.Sprintf(line, n-1))
		t.run(b, "test")
	}
}

// BenchmarkBookCold checks the large book with nothing remembered, neither
// by mdtest nor by Go, and compares that with what the go command alone
// takes to vet and test the same package versions. Both find the standard
// library in Go's cache, and nothing else. The two take turns at being
// first.
func BenchmarkBookCold(b *testing.B) {
	t := newTool(b, b.TempDir())
	if err := fixture.Write(t.root, fixture.Large); err != nil {
		b.Fatal(err)
	}
	warm := warmGoCache(b)
	var cold, bare time.Duration
	module := ""
	timeCold := func() {
		t.cache, t.env = b.TempDir(), goCache(b, warm)
		start := time.Now()
		t.run(b, "test")
		cold += time.Since(start)
		module = stableModule(b, t.cache)
	}
	timeBare := func() {
		env := goCache(b, warm)
		start := time.Now()
		execute(b, module, env, "go", "vet", "./...")
		execute(b, module, env, "go", "test", "./...")
		bare += time.Since(start)
	}
	n := 0
	for ; b.Loop(); n++ {
		if n%2 == 0 {
			timeCold()
			timeBare()
		} else {
			timeBare()
			timeCold()
		}
	}
	b.ReportMetric(cold.Seconds()/float64(n), "cold-s")
	b.ReportMetric(bare.Seconds()/float64(n), "bare-s")
	b.ReportMetric(cold.Seconds()/bare.Seconds(), "cold/bare")
	b.ReportMetric(0, "ns/op") // of both together: says nothing
}

// stableModule finds the module that holds all package versions.
func stableModule(b *testing.B, cache string) string {
	b.Helper()
	dirs, _ := filepath.Glob(filepath.Join(cache, "module-*", "go.mod"))
	if len(dirs) != 1 {
		b.Fatalf("%d modules in the cache", len(dirs))
	}
	return filepath.Dir(dirs[0])
}

// warmGoCache returns a cache of Go that knows what the large book takes
// from the standard library.
func warmGoCache(b *testing.B) string {
	b.Helper()
	dir, cache := b.TempDir(), b.TempDir()
	if err := fixture.Write(dir, fixture.Shape{Chapters: 1, Steps: 10}); err != nil {
		b.Fatal(err)
	}
	t := newTool(b, dir)
	t.run(b, "extract")
	env := append(os.Environ(), "GOCACHE="+cache)
	execute(b, dir, env, "go", "vet", "./...")
	execute(b, dir, env, "go", "test", "./...")
	execute(b, dir, env, "go", "build", "-o", os.DevNull, "./code/cmd/...")
	return cache
}

// goCache returns an environment with a copy of a cache of Go.
func goCache(b *testing.B, warm string) []string {
	b.Helper()
	dir := b.TempDir()
	if err := os.CopyFS(dir, os.DirFS(warm)); err != nil {
		b.Fatal(err)
	}
	return append(os.Environ(), "GOCACHE="+dir)
}
