//go:build unix

package main_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"

	"byhand/tools/mdtest/internal/fixture"
)

// BenchmarkSite measures what mdtest book takes for the large book, as its
// users run it: seconds of CPU, the largest memory, and how many files it
// wrote. The bounds: everything in 1.0 s and 150 MB, nothing changed in
// 0.2 s. What the site weighs is for TestSiteStaysInItsBounds to say.
//
//	go test ./tools/mdtest -run '^$' -bench Site -benchtime 11x
func BenchmarkSite(b *testing.B) {
	t := newTool(b, b.TempDir())
	if err := fixture.Write(t.root, fixture.Large); err != nil {
		b.Fatal(err)
	}
	site := filepath.Join(t.root, "book", "site")
	b.Run("everything", func(b *testing.B) {
		old := b.TempDir()
		t.measure(b, func(n int) {
			// Moved away, not removed: ext4 takes up to a second to step over
			// the inodes that it has freed lately, and that isn't our time.
			err := os.Rename(site, filepath.Join(old, fmt.Sprint(n)))
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				b.Fatal(err)
			}
		})
	})
	b.Run("nothing changed", func(b *testing.B) {
		t.measure(b, func(int) {})
	})
	b.Run("one sentence edited", func(b *testing.B) {
		t.measure(b, func(n int) {
			t.replace(b, "chapters/07-heap.md", "# The heap, by hand\n\n", " ", fmt.Sprintf(" %d ", n))
		})
	})
}

// measure runs mdtest book, each time after change, and reports the
// median of the time, and the mean of the files.
// The memory is the process's peak, or this test's if that is higher: a
// child begins with its parent's.
func (t *tool) measure(b *testing.B, change func(n int)) {
	b.Helper()
	site := filepath.Join(t.root, "book", "site")
	var cpu []float64
	var memory int64
	wrote, n := 0, 0
	for ; b.Loop(); n++ {
		change(n)
		before := modified(site)
		cmd := exec.Command(t.bin, "--cache", t.cache, "book")
		cmd.Dir, cmd.Env = t.root, t.env
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("mdtest book: %v\n%s", err, out)
		}
		state := cmd.ProcessState
		cpu = append(cpu, (state.UserTime() + state.SystemTime()).Seconds())
		memory = max(memory, peak(state))
		for name, at := range modified(site) {
			if before[name] != at {
				wrote++
			}
		}
	}
	slices.Sort(cpu)
	b.ReportMetric(cpu[n/2], "cpu-s")
	b.ReportMetric(float64(memory)/(1<<20), "peak-MB")
	b.ReportMetric(float64(wrote)/float64(n), "files-written")
	b.ReportMetric(0, "ns/op") // with the time it took to look: says nothing
}

// peak returns the most memory that a process had, in bytes.
func peak(state *os.ProcessState) int64 {
	most := int64(state.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS != "darwin" && runtime.GOOS != "ios" {
		most *= 1024
	}
	return most
}
