// Package need skips tests that want something the machine lacks, aloud,
// or fails them where that must be there.
//
// $MDTEST_REQUIRE lists, with commas, what must be there: chromium,
// java, axe and vnu (npm packages), epubcheck, poppler.
package need

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Command returns the path of the first of the commands that there is.
// Without any, the test is skipped, or fails if thing is required.
func Command(t testing.TB, thing string, names ...string) string {
	t.Helper()
	for _, name := range names {
		if at, err := exec.LookPath(name); err == nil {
			return at
		}
	}
	Missing(t, thing, "no "+strings.Join(names, ", ")+" in the PATH")
	return ""
}

// Missing skips the test, or fails it if thing is required.
func Missing(t testing.TB, thing, why string) {
	t.Helper()
	if Required(thing) {
		t.Fatalf("MDTEST_REQUIRE has %s: %s", thing, why)
	}
	t.Skipf("SKIPPED, not tested: %s", why)
}

// Required reports whether thing must be there. Where it is, tests that take
// long run as well.
func Required(thing string) bool {
	return slices.Contains(strings.Split(os.Getenv("MDTEST_REQUIRE"), ","), thing)
}
