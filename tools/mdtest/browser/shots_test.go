package browser

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"byhand/tools/mdtest/internal/book"
)

// artifacts returns the folder for pictures.
func artifacts(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("MDTEST_ARTIFACTS")
	if dir == "" {
		root, err := book.FindRoot(".")
		if err != nil {
			t.Fatal(err)
		}
		dir = filepath.Join(root, "book", "site-shots")
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}

// sheet is as wide as A4 less its margins.
func sheet(b *tab) { b.resize(680, 960, false) }

// TestShots takes pictures of pages for people to look at.
func TestShots(t *testing.T) {
	dir := artifacts(t)
	for _, shot := range []struct {
		name string
		get  func() (*site, error)
		page string
		like []func(*tab)
	}{
		{"contents", theBook, "index.html", []func(*tab){light}},
		{"chapter-light", theBook, "01-iterators.html#words-made-of-words", []func(*tab){light}},
		{"chapter-dark", theBook, "01-iterators.html#words-made-of-words", []func(*tab){dark}},
		{"chapter-phone", theBook, "01-iterators.html#words-made-of-words", []func(*tab){phone, light}},
		{"chapter-print", theBook, "01-iterators.html", []func(*tab){paper, sheet}},
		{"features-light", features, "00-everything.html", []func(*tab){light}},
		{"features-dark", features, "00-everything.html#prose-of-all-kinds", []func(*tab){dark}},
		{"features-phone", features, "00-everything.html#prose-of-all-kinds", []func(*tab){phone, dark}},
	} {
		t.Run(shot.name, func(t *testing.T) {
			t.Parallel()
			b := newTab(t, rendered(t, shot.get).url(""), shot.like...)
			b.open(shot.page)
			eval[*int](b, `document.fonts.ready.then(() => null)`)
			png := do(b, "take a picture", chromedp.CaptureScreenshot())
			if err := os.WriteFile(filepath.Join(dir, shot.name+".png"), png, 0o666); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// TestPrintedPagesKeepTheirWidth lays a page out for paper.
func TestPrintedPagesKeepTheirWidth(t *testing.T) {
	eachBook(t, func(t *testing.T, s *site) {
		b := newTab(t, s.url(""), paper, sheet)
		for _, p := range s.top() {
			b.open(p)
			want(b, tooWide, "")
			want(b, cutOff, "")
			want(b, `[...document.querySelectorAll("button, body > nav, .find")].filter((e) => e.checkVisibility()).length`, 0)
		}
	})
}

// cutOff lists what paper would not show: it can't be scrolled.
const cutOff = `[...document.querySelectorAll("main pre:not(.hidden), main .scroll")]
	.filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent.slice(0, 60)).slice(0, 3).join("; ")`

// TestPrintsAsPDF has Chromium print a page with all that a page can have.
func TestPrintsAsPDF(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	pdf := call(b, page.PrintToPDF, page.PrintToPDFParams{})
	if len(pdf.Data) < 10_000 {
		t.Errorf("a PDF of %d bytes", len(pdf.Data))
	}
}
