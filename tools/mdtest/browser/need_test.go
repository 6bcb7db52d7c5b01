package browser

import (
	"os"
	"path/filepath"
	"testing"

	"byhand/tools/mdtest/internal/need"
)

// chromiumNames are the commands that a Chromium goes by.
var chromiumNames = []string{"chromium", "chromium-browser", "google-chrome", "chrome"}

// npm returns where a file of an npm package is; thing is what
// $MDTEST_REQUIRE calls it.
func npm(t *testing.T, thing, file string) string {
	t.Helper()
	dir := os.Getenv("MDTEST_NPM")
	if dir == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			t.Fatal(err)
		}
		dir = filepath.Join(cache, "byhand", "npm")
	}
	at := filepath.Join(dir, "node_modules", filepath.FromSlash(file))
	if _, err := os.Stat(at); err != nil {
		need.Missing(t, thing, err.Error())
	}
	return at
}
