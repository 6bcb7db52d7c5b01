package learn

import (
	"path"
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tree"
)

// deciding notes the functions TestMain of the reader's own that stand beside
// the book's tests: what fails, or runs at all, would be for them to say.
func (a *attempt) deciding(mine tree.Tree) bool {
	tested := map[string]bool{}
	for _, p := range a.lesson.Tested.Paths() {
		if strings.HasSuffix(p, "_test.go") {
			tested[path.Dir(p)] = true
		}
	}
	for _, p := range mine.Paths() {
		if !strings.HasSuffix(p, "_test.go") || !tested[path.Dir(p)] || a.lesson.Tested.Get(p) != nil {
			continue
		}
		for i, line := range mine.Get(p).Text.Lines {
			if strings.HasPrefix(line, "func TestMain(") {
				a.add("a TestMain", diag.Errorf(diag.Pos{File: p, Line: i + 1},
					"it would decide whether the book's tests fail; let the tests that need its work do it, or call it otherwise"),
					a.lesson.Section.ID)
			}
		}
	}
	return !a.report.OK()
}
