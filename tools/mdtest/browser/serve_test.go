package browser

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"byhand/tools/mdtest/internal/cli"
	"byhand/tools/mdtest/internal/fixture"
	"byhand/tools/mdtest/internal/serve"
)

// served is a book that is served while its chapters are written.
type served struct {
	*tab
	root, cache string
}

// small is a book with blocks to run and to edit.
var small = map[string]string{
	"go.mod":          "module byhand\n\ngo 1.26\n",
	"book/SUMMARY.md": "# A small book\n\n- [One](../chapters/00-one.md)\n- [Two](../chapters/01-two.md)\n",
	"chapters/00-one.md": "# One\n\nSome words to read.\n\n## Step\n\n```go code/main.go\npackage main\n\nfunc main() {\n\tprintln(\"one\")\n}\n```\n\n" +
		"```console\n$ go run ./code\none\n```\n\n<details><summary>A fold</summary>\n\nFolded words.\n\n</details>\n\n" +
		"```console\n$ echo up; sleep 60\nup\n```\n\nThe last words.\n",
	"chapters/01-two.md": "# Two\n\nMore words.\n",
}

// startServe serves a book and opens a tab for it.
func startServe(t *testing.T, files map[string]string, like ...func(*tab)) *served {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		write(t, filepath.Join(root, filepath.FromSlash(name)), text)
	}
	chromium(t)
	cache := t.TempDir()
	s, err := serve.Listen(serve.Options{Root: root, Cache: cache})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx) }()
	base, _, _ := strings.Cut(s.URL(), "?")
	b := &served{newTab(t, base, like...), root, cache}
	t.Cleanup(func() { // before the tab's own: it would complain of a server that is gone
		do(b.tab, "leave", chromedp.Navigate("about:blank"))
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	b.enter(s.URL())
	return b
}

// enter opens the address printed, which goes on to the book by itself.
func (s *served) enter(url string) {
	s.Helper()
	do(s.tab, "enter", chromedp.Navigate(url))
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		there, err := chromedp.Run(s.ctx, chromedp.Evaluate[bool](`location.pathname.endsWith("/book/site/") && document.readyState === "complete"`))
		if there && err == nil {
			return
		}
		if time.Now().After(end) {
			s.Fatalf("the address does not lead to the book: %v", err)
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// edit replaces a part of a chapter, as an editor does: beside, then renamed.
func (s *served) edit(file, old, new string) {
	s.Helper()
	name := filepath.Join(s.root, "chapters", file)
	data, err := os.ReadFile(name)
	if err != nil {
		s.Fatal(err)
	}
	if strings.Count(string(data), old) != 1 {
		s.Fatalf("%q does not stand in %s once", old, file)
	}
	write(s.T, name+".tmp", strings.Replace(string(data), old, new, 1))
	if err := os.Rename(name+".tmp", name); err != nil {
		s.Fatal(err)
	}
}

// read opens a page and waits until its buttons are there.
func (s *served) read(page string) {
	s.Helper()
	s.open("book/site/" + page)
	s.wait(`document.querySelector(".serve-button")`)
}

// hasRun reports whether anything was run.
func (s *served) hasRun() bool {
	slots, _ := filepath.Glob(filepath.Join(s.cache, "live-*"))
	return len(slots) > 0
}

func TestServeShowsASaveAndKeepsThePlace(t *testing.T) {
	t.Parallel()
	s := startServe(t, small)
	s.read("00-one.html")
	eval[bool](s.tab, `(window.mark = document.querySelector("article > p:last-of-type"), document.querySelector("details").open = true)`)
	eval[bool](s.tab, `(document.body.style.paddingBottom = "3000px", scrollTo(0, 300), window.at = document.querySelector("details").getBoundingClientRect().top, true)`)
	s.edit("00-one.md", "Some words to read.", "Other words.\n\nAnd a paragraph more.")
	s.wait(`document.body.textContent.includes("a paragraph more")`)
	want(s.tab, `window.mark.isConnected && document.querySelector("details").open`, true)
	want(s.tab, `Math.abs(document.querySelector("details").getBoundingClientRect().top - window.at) < 2`, true)
	want(s.tab, `document.querySelectorAll(".serve-new").length`, 2)
}

func TestServeShowsErrorsUntilTheyAreMended(t *testing.T) {
	t.Parallel()
	s := startServe(t, small)
	s.read("00-one.html")
	s.edit("00-one.md", "```go code/main.go", "```go code/main.go rde")
	s.wait(`document.querySelector(".serve-faults a")?.textContent === "chapters/00-one.md:7"`)
	want(s.tab, `document.querySelector(".serve-faults a").hash`, "#step%3A1")
	want(s.tab, `document.getElementById("step:1").matches(".serve-wrong")`, true)
	s.edit("00-one.md", " rde", "")
	s.wait(`!document.querySelector(".serve-faults, .serve-wrong")`)
}

func TestServeRunsABlock(t *testing.T) {
	t.Parallel()
	s := startServe(t, small)
	s.read("00-one.html")
	want(s.tab, fmt.Sprint(s.hasRun()), false)
	s.click(`[id="step:2"] .serve-button`)
	s.wait(`document.querySelector(".serve-run .serve-status")?.textContent.includes("what the page shows")`)
	want(s.tab, fmt.Sprint(s.hasRun()), true)
	want(s.tab, `document.querySelector(".serve-run pre").textContent`, "$ go run ./code\none\n[exit status 0]\n")
}

func TestServeShowsWhatATestFindsOut(t *testing.T) {
	t.Parallel()
	files := maps.Clone(small)
	files["chapters/00-one.md"], _, _ = strings.Cut(small["chapters/00-one.md"], "<details>")
	s := startServe(t, files)
	s.read("00-one.html")
	want(s.tab, `document.querySelector(".totals").textContent.includes("all hold")`, false)
	var said bytes.Buffer
	if code := cli.Main([]string{"-C", s.root, "--cache", s.cache, "test"}, &said, &said); code != 0 {
		t.Fatal(said.String())
	}
	s.wait(`document.querySelector(".totals").textContent.includes("all hold")`)
}

func TestServeStreamsAndStops(t *testing.T) {
	t.Parallel()
	s := startServe(t, small)
	s.read("00-one.html")
	s.click(`[id="step:3"] .serve-button`)
	s.wait(`document.querySelector(".serve-run pre").textContent.includes("up")`)
	want(s.tab, `document.querySelector('[id="step:3"] .serve-button').textContent`, "Stop")
	s.click(`[id="step:3"] .serve-button`)
	s.wait(`document.querySelector(".serve-run .serve-status").textContent === "Stopped."`)
}

func TestServeRunsWhatTheReaderHasEdited(t *testing.T) {
	t.Parallel()
	s := startServe(t, small)
	s.read("00-one.html")
	s.click(`[id="step:1"] .serve-button`)
	s.wait(`document.activeElement.matches("textarea")`)
	eval[bool](s.tab, `(document.activeElement.select(), true)`)
	s.press("package main")
	s.press(kb.Enter + kb.Enter + "func main() {" + kb.Enter)
	s.press(kb.Tab + "println(\"mine\")" + kb.Enter + "}" + kb.Enter)
	want(s.tab, `document.activeElement.value`, "package main\n\nfunc main() {\n\tprintln(\"mine\")\n}\n")
	s.click(`[id="step:2"] .serve-button`)
	s.wait(`document.querySelector('[id="step:2"] .serve-run pre')?.textContent.includes("mine\n[exit status 0]")`)
	s.wait(`document.querySelector('[id="step:2"] .serve-run .serve-status').textContent.includes("not as the page shows")`)
	if data, _ := os.ReadFile(filepath.Join(s.root, "chapters/00-one.md")); string(data) != small["chapters/00-one.md"] {
		t.Error("the chapter was written")
	}

	// It is there after a reload, a compile error names its line, and a
	// changed chapter does not lose it.
	s.reload()
	s.wait(`document.querySelector("textarea")?.value.includes("mine")`)
	eval[bool](s.tab, `(() => { const t = document.querySelector("textarea"); t.focus(); t.setSelectionRange(15, 15); return true; })()`)
	s.press("x")
	s.click(`.serve-edit .serve-bar button[aria-label^=Check]`)
	s.wait(`document.querySelector('[id="step:1"] .serve-run li button')?.textContent === "line 3"`)
	s.edit("00-one.md", `println("one")`, `println("two")`)
	s.wait(`document.querySelector(".serve-edit .serve-status")?.textContent.includes("has changed here")`)
	want(s.tab, `document.querySelector("textarea").value.includes("mine")`, true)
	eval[bool](s.tab, `([...document.querySelectorAll(".serve-edit button")].find((b) => b.textContent === "Reset").click(), true)`)
	want(s.tab, `document.querySelector("textarea").value.includes('println("two")') && Object.keys(localStorage).every((k) => !k.includes("#"))`, true)
	s.press(kb.Escape)
	want(s.tab, `!document.querySelector("textarea") && document.activeElement.textContent`, "Edit")
}

// TestServeShowsASaveAtOnce measures how long it takes from a save of a
// chapter of some 6,000 words, in a book of 15, to the block on the screen.
func TestServeShowsASaveAtOnce(t *testing.T) {
	s := startServe(t, fixture.Files(fixture.Large))
	s.read("07-heap.html")
	data, err := os.ReadFile(filepath.Join(s.root, "chapters/07-heap.md"))
	if err != nil {
		t.Fatal(err)
	}
	eval[bool](s.tab, `(new MutationObserver(() => { window.shown = performance.timeOrigin + performance.now(); }).observe(document.querySelector("article"), {childList: true}), true)`)
	var took []time.Duration
	for i := range 20 {
		time.Sleep(150 * time.Millisecond)
		word := fmt.Sprintf("Edited %d times. ", i)
		text := strings.Replace(string(data), "\n\nIt stands", "\n\n"+word+"It stands", 1)
		start := time.Now()
		write(t, filepath.Join(s.root, "chapters/07-heap.md"), text)
		s.wait(fmt.Sprintf(`document.querySelector("article").textContent.includes(%q)`, word))
		shown := eval[float64](s.tab, `window.shown`)
		took = append(took, time.Duration(shown*1e6)-time.Duration(start.UnixNano()))
	}
	slices.Sort(took)
	t.Logf("from the save to the screen: median of 20 %v, slowest %v", took[10], took[19])
}

// TestServeIsAccessible looks at what only a served page has: the output of a
// run, an editor, errors.
func TestServeIsAccessible(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile(npm(t, "axe", "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	for name, like := range map[string][]func(*tab){"light": {light}, "dark": {dark}, "phone": {phone, light}} {
		t.Run(name, func(t *testing.T) {
			s := startServe(t, small, like...)
			s.read("00-one.html")
			s.click(`[id="step:2"] .serve-button`)
			s.wait(`document.querySelector(".serve-run .serve-status")?.textContent.includes("what the page shows")`)
			s.click(`[id="step:1"] .serve-button`)
			s.wait(`document.activeElement.matches("textarea")`)
			s.press("x")
			s.click(`.serve-edit .serve-bar button[aria-label^=Check]`)
			s.wait(`document.querySelector('[id="step:1"] .serve-run li')`)
			s.edit("00-one.md", "```go code/main.go", "```go code/main.go rde")
			s.wait(`document.querySelector(".serve-faults")`)
			eval[*int](s.tab, string(axe)+"; null")
			want(s.tab, fmt.Sprintf(violations, ""), "")
			want(s.tab, tooWide, "")
			if dir := os.Getenv("MDTEST_SERVE_SHOTS"); dir != "" {
				png := do(s.tab, "take a picture", chromedp.CaptureScreenshot())
				write(t, filepath.Join(dir, "serve-"+name+".png"), string(png))
			}
		})
	}
}
