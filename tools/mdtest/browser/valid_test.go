package browser

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"byhand/tools/mdtest/internal/need"
)

func unescape(t *testing.T, s string) string {
	t.Helper()
	s, err := url.PathUnescape(s)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// violations runs axe-core and lists what it finds, a line for each kind.
const violations = `new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))).then(() =>
	axe.run({preload: false, resultTypes: ["violations"], %s})).then((r) => r.violations.map((v) =>
	v.id + " (" + v.help + "): " + v.nodes.length + " times, first " + v.nodes[0].target + " " + v.nodes[0].html.slice(0, 200)
	+ " " + v.nodes[0].failureSummary).join("\n"))`

// TestAxeFindsNoViolation runs axe-core on every page in the light theme,
// and in the dark one those of its rules that colours have a say in.
func TestAxeFindsNoViolation(t *testing.T) {
	axe, err := os.ReadFile(npm(t, "axe", "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	eachBook(t, func(t *testing.T, s *site) {
		b := newTab(t, s.url(""))
		for _, p := range s.sample() {
			light(b)
			b.open(p)
			eval[*int](b, string(axe)+"; null")
			if found := eval[string](b, fmt.Sprintf(violations, "")); found != "" {
				t.Errorf("%s: %s", p, found)
			}
			dark(b)
			if found := eval[string](b, fmt.Sprintf(violations, `runOnly: ["color-contrast", "link-in-text-block"]`)); found != "" {
				t.Errorf("%s in the dark: %s", p, found)
			}
		}
	})
}

// TestNuFindsNoError has the Nu Html Checker look at every page.
func TestNuFindsNoError(t *testing.T) {
	java := need.Command(t, "java", "java")
	jar := npm(t, "vnu", "vnu-jar/build/dist/vnu.jar")
	eachBook(t, func(t *testing.T, s *site) {
		args := []string{"-Xss8m", "-jar", jar, "--format", "json", "--errors-only", "--stdout", "--exit-zero-always"}
		for _, p := range s.sample() {
			args = append(args, filepath.Join(s.dir, filepath.FromSlash(p)))
		}
		out, err := exec.Command(java, args...).Output()
		if err != nil {
			t.Fatalf("vnu: %v", err)
		}
		var found struct {
			Messages []struct {
				Type, URL, Message, Extract string
				LastLine                    int
			}
		}
		if err := json.Unmarshal(out, &found); err != nil {
			t.Fatalf("vnu says what nobody understands: %v\n%s", err, out)
		}
		for _, m := range found.Messages {
			page := strings.TrimPrefix(m.URL, s.url(""))
			fmt.Fprintf(t.Output(), "%s:%d: %s: %q\n", page, m.LastLine, m.Message, m.Extract)
			t.Fail()
		}
	})
}
