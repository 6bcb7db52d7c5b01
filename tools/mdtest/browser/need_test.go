package browser

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// need returns where a thing is that a test can't do without: one of those
// that the package comment lists. Without it the test is skipped, or fails
// where $MDTEST_REQUIRE asks for the thing.
func need(t *testing.T, thing string) string {
	t.Helper()
	at, err := find(thing)
	if err == nil {
		return at
	}
	if slices.Contains(strings.Split(os.Getenv("MDTEST_REQUIRE"), ","), thing) {
		t.Fatalf("MDTEST_REQUIRE has %s: %v", thing, err)
	}
	t.Skipf("SKIPPED, not tested: %v", err)
	return ""
}

func find(thing string) (string, error) {
	switch thing {
	case "chromium":
		for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
			if at, err := exec.LookPath(name); err == nil {
				return at, nil
			}
		}
		return "", errors.New("no Chromium in the PATH")
	case "java":
		return exec.LookPath("java")
	case "axe":
		return npm("axe-core/axe.min.js")
	case "vnu":
		return npm("vnu-jar/build/dist/vnu.jar")
	}
	return "", fmt.Errorf("no such thing: %s", thing)
}

// npm finds a file of an npm package.
func npm(file string) (string, error) {
	dir := os.Getenv("MDTEST_NPM")
	if dir == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return "", err
		}
		dir = filepath.Join(cache, "byhand", "npm")
	}
	at := filepath.Join(dir, "node_modules", filepath.FromSlash(file))
	_, err := os.Stat(at)
	return at, err
}

// TestRequiredThingsAreThere fails where MDTEST_REQUIRE asks for something
// that the machine lacks or nobody knows, even if no test runs into it.
func TestRequiredThingsAreThere(t *testing.T) {
	for _, thing := range strings.Split(os.Getenv("MDTEST_REQUIRE"), ",") {
		if thing != "" && thing != "epubcheck" { // which package epub asks for
			need(t, thing)
		}
	}
}
