package browser

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestATabNoticesWhatIsWrong makes sure that what all other tests rely on
// would be seen.
func TestATabNoticesWhatIsWrong(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	bad := `<!DOCTYPE html><title>x</title><img src="http://127.0.0.1:1/pixel"><script src="gone.js"></script>
<script>console.error("said aloud"); missing();</script>`
	if err := os.WriteFile(filepath.Join(dir, "bad.html"), []byte(bad), 0o666); err != nil {
		t.Fatal(err)
	}
	b := newTab(t, (&site{dir: dir}).url(""))
	b.open("bad.html")
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, wanted := range []string{
		"a page asked for http://127.0.0.1:1/pixel", "gone.js did not load",
		"said aloud", "missing is not defined",
	} {
		if !slices.ContainsFunc(b.wrong, func(w string) bool { return strings.Contains(w, wanted) }) {
			t.Errorf("nobody noticed: %s\nin %q", wanted, b.wrong)
		}
	}
	b.wrong = nil
}
