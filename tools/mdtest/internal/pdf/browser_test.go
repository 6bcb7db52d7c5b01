package pdf

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/need"
	"byhand/tools/mdtest/internal/volume"
)

// started starts a browser whose files are all in the folder returned.
func started(t *testing.T, ctx context.Context) (*browser, string) {
	t.Helper()
	chromium := need.Command(t, "chromium", names...)
	dir, err := os.MkdirTemp("", "pdf-*") // short: see temporary
	require.NoError(t, err)
	t.Cleanup(func() { os.RemoveAll(dir) })
	t.Setenv("TMPDIR", dir)
	b, err := start(ctx, chromium)
	require.NoError(t, err)
	return b, dir
}

// running returns the commands of the processes that have dir in theirs.
func running(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob("/proc/[0-9]*/cmdline")
	require.NoError(t, err)
	var out []string
	for _, f := range files {
		if line, err := os.ReadFile(f); err == nil && strings.Contains(string(line), dir) {
			out = append(out, string(line))
		}
	}
	return out
}

func TestWhatIsInterruptedLeavesNothingBehind(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	b, dir := started(t, ctx)
	if _, err := os.Stat("/proc/self/cmdline"); err == nil {
		require.NotEmpty(t, running(t, dir))
	}
	interrupt()
	_, err := b.print(&document{}, true)
	require.Error(t, err)
	b.close()
	require.Eventually(t, func() bool { return len(running(t, dir)) == 0 }, 10*time.Second, 10*time.Millisecond)
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, left)
}

func TestNoRequestIsMade(t *testing.T) {
	var requests atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { requests.Add(1) }))
	defer server.Close()
	b, _ := started(t, t.Context())
	defer b.close()
	_, err := b.print(&document{
		Title: "A book", Language: "en",
		CSS: "@import url(" + server.URL + "/a); body { background: url(" + server.URL + "/b); }",
		Parts: []part{{Chapters: []chapter{{
			Page: &volume.Page{ID: "p"},
			Body: `<p><img src="` + server.URL + `/c"/></p><script>fetch("` + server.URL + `/d")</script>` +
				`<iframe src="` + server.URL + `/e"></iframe>`,
		}}}},
	}, true)
	require.NoError(t, err)
	require.Zero(t, requests.Load())
}
