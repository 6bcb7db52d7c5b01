package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// view names a view of a listing: its panel, and the tab that opens it.
func view(block, name string) (panel, tab string) {
	if name == "snippet" {
		return `figure[id="` + block + `"] > pre`, `figure[id="` + block + `"] [role=tab][data-view=snippet]`
	}
	return `figure[id="` + block + `"] [data-panel=` + name + `]`, `figure[id="` + block + `"] [role=tab][data-view=` + name + `]`
}

// shows waits until a view is open and has some text, and all others are
// closed.
func (b *tab) shows(block, name, text string) {
	b.Helper()
	panel, tab := view(block, name)
	b.wait(`document.querySelector('` + panel + `')?.checkVisibility() && document.querySelector('` + panel + `').textContent.includes(` + "`" + text + "`" + `)`)
	want(b, `document.querySelector('`+tab+`').ariaSelected`, "true")
	want(b, `[...document.querySelectorAll('figure[id="`+block+`"] [role=tabpanel]')].filter((e) => e.checkVisibility()).length`, 1)
}

func TestTheViewsOfAListingSwitchInPlace(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""), clipboard)
	b.open("00-everything.html")
	b.shows("a-stack:3", "snippet", "// ...")
	for _, v := range []struct{ name, text, copied string }{
		{"diff", "+\ts.pushed++", "--- a/code/stack/stack.go\n+++ b/code/stack/stack.go\n@@ "},
		{"file", "// Package stack keeps values", "// Package stack keeps values in the order <in> & \"out\".\npackage stack\n"},
		{"files", "stack_test.go", "go.mod\ncode/"},
		{"snippet", "// ...", "type Stack[T any] struct {\n"},
	} {
		_, tab := view("a-stack:3", v.name)
		b.click(tab)
		b.shows("a-stack:3", v.name, v.text)
		if got := b.copied("a-stack:3"); !strings.HasPrefix(got, v.copied) {
			t.Errorf("of the view %s is copied:\n%s\nwant the beginning\n%s", v.name, got, v.copied)
		}
	}
}

func TestAViewHasAnAddress(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	for name, text := range map[string]string{"diff": "+\ts.pushed++", "file": "// Package stack keeps values", "files": "stack_test.go"} {
		b.open("index.html") // so that the page is loaded each time
		b.open("00-everything.html#a-stack:3/" + name)
		b.shows("a-stack:3", name, text)
		b.wait(`(({top, bottom}) => top < innerHeight && bottom > 0)(document.getElementById("a-stack:3").getBoundingClientRect())`)
		b.reload()
		b.shows("a-stack:3", name, text)
	}
	_, tab := view("a-stack:3", "diff")
	b.click(tab)
	b.wait(`location.hash === "#a-stack:3/diff"`)
}

func TestTabsOfViewsTurnWithTheArrows(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	_, tab := view("a-stack:3", "snippet")
	eval[*int](b, `document.querySelector('`+tab+`').focus(), null`)
	b.press(kb.ArrowRight)
	b.shows("a-stack:3", "diff", "pushed")
	b.press(kb.End)
	b.shows("a-stack:3", "files", "stack.go")
	b.press(kb.ArrowRight)
	b.shows("a-stack:3", "snippet", "// ...")
	want(b, `document.activeElement.dataset.view`, "snippet")
}

func TestTheTreeOpensItsFilesAndTheWayBack(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html#a-stack:3/files")
	b.shows("a-stack:3", "files", "stack_test.go")
	b.click(`figure[id="a-stack:3"] [data-path="code/stack/stack.go"]`)
	b.shows("a-stack:3", "files", "// Package stack keeps values")
	b.click(`figure[id="a-stack:3"] .crumb button`)
	b.shows("a-stack:3", "files", "stack_test.go")
	b.click(`figure[id="a-stack:3"] [data-path="go.mod"]`)
	b.shows("a-stack:3", "files", "module features")
	eval[*int](b, `history.back(), null`)
	b.shows("a-stack:3", "files", "stack_test.go")
}

func TestAWholeFileHasItsRealLines(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html#wrong-on-purpose:2/file")
	b.shows("wrong-on-purpose:2", "file", "s.items = nil")
	panel, _ := view("wrong-on-purpose:2", "file")
	lines := eval[[]string](b, `document.querySelector('`+panel+` pre code').textContent.split("\n")`)
	if lines[0] != `// Package stack keeps values in the order <in> & "out".` || lines[2] != "" || lines[1] != "package stack" {
		t.Errorf("the file begins with %q", lines[:3])
	}
	want(b, `[...document.querySelectorAll('`+panel+` pre code > * > span')].length`, len(lines)-1)
}

func TestViewsAreLinksAndFoldsWithoutJavaScript(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""), noScript)
	b.open("00-everything.html")
	b.click(`figure[id="wrong-on-purpose:2"] details.diff > summary`)
	want(b, `document.querySelector('figure[id="wrong-on-purpose:2"] details.diff pre').checkVisibility()`, true)
	b.click(`figure[id="a-stack:3"] a[href^="files/"]`)
	b.wait(`document.readyState === "complete" && document.querySelector("h1").textContent === "code/stack/stack.go"`)
	b.click(`header a[href*="#a-stack"]`)
	b.wait(`document.readyState === "complete" && document.querySelector("h1").textContent === "Everything"`)
	b.click(`figure[id="a-stack:3"] a[href^="steps/"]`)
	b.wait(`document.readyState === "complete" && document.querySelector("h1").textContent === "Files"`)
	b.click(`a[data-path="code/stack/stack.go"]`)
	b.wait(`document.readyState === "complete" && document.querySelector("h1").textContent === "code/stack/stack.go"`)
}

// Diagrams and formulas claim nothing. The answer to a challenge is folded
// away until the reader opens it.
func TestEveryBlockSaysHowItWasChecked(t *testing.T) {
	eachBook(t, func(t *testing.T, s *site) {
		b := newTab(t, s.url(""), noScript)
		for _, p := range s.top() {
			b.open(p)
			eval[*int](b, `document.querySelectorAll("details:not([open])").forEach((d) => { d.open = true; }), null`)
			want(b, `[...document.querySelectorAll("article[data-chapter] figure:not(.diagram, .math)")].filter((f) => !f.querySelector(".check")?.checkVisibility()).map((f) => f.id).join(" ")`, "")
		}
	})
}

// TestFormulasAreDrawn looks for a fraction whose numerator stands above
// its denominator.
func TestFormulasAreDrawn(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""), noScript)
	b.open("00-everything.html")
	want(b, `(() => {
		const [over, under] = document.querySelector("math[display=block] mfrac").children;
		return over.getBoundingClientRect().bottom <= under.getBoundingClientRect().top + 1 && over.getBoundingClientRect().height > 5;
	})()`, true)
}
