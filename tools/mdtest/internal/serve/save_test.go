//go:build unix

package serve

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/fixture"
)

// TestASaveIsSentAtOnce measures how long it takes from the save of a chapter
// of some 6,000 words, in a book of 15, until its new block is sent. Prose is
// edited, a listing, and a paragraph is added, which moves all lines below.
func TestASaveIsSentAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	root := t.TempDir()
	require.NoError(t, fixture.Write(root, fixture.Large))
	s := start(t, func(o *Options) { o.Root = root })
	name := filepath.Join(root, "chapters/07-heap.md")
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	events := s.follow("07-heap.html")
	require.Equal(t, "faults []", events())
	for _, edit := range []struct{ what, old, new string }{
		{"prose", "\n\nIt stands", "\n\nEdited %d times: it stands"},
		{"a listing", "heaplog is made up.", "heaplog is made up %d times."},
		{"a paragraph more", "\n\nIt stands", "\n\nEdited\n\n%d times.\n\nIt stands"},
	} {
		var took []time.Duration
		cpu := used()
		for i := range 20 {
			text := strings.Replace(string(data), edit.old, fmt.Sprintf(edit.new, 100+i), 1)
			begin := time.Now()
			require.NoError(t, os.WriteFile(name, []byte(text), 0o666))
			for !strings.Contains(events(), fmt.Sprint(100+i)) {
			}
			took = append(took, time.Since(begin))
			time.Sleep(300 * time.Millisecond)
		}
		slices.Sort(took)
		t.Logf("%s: median of 20 %v, slowest %v; %v of CPU each, with all that follows", edit.what, took[10], took[19], (used()-cpu)/20)
	}
}

// used returns the CPU time of this process.
func used() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
