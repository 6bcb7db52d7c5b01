package browser

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// find opens the search by key, types a query and waits for its hits.
func (b *tab) find(query string) {
	b.Helper()
	b.press("/")
	b.wait(`document.activeElement.matches("dialog[open] input[type=search]")`)
	b.press(query)
	b.wait(`document.querySelector("dialog .hits a")`)
}

// firstHit is the first hit of a search, and where it leads.
const (
	firstHit = `document.querySelector("dialog .hits a").textContent`
	hitPages = `[...document.querySelectorAll("dialog .hits a")].map((a) => a.href.replace(/.*\//, "")).join(" ")`
)

func TestSearchFindsProseAndForgivesAMistake(t *testing.T) {
	t.Parallel()
	for query, wanted := range map[string]string{
		"quotation": "Prose of all kinds", "quotatoin": "Prose of all kinds", "zero value is ready": "A stack",
	} {
		b := newTab(t, rendered(t, features).url(""))
		b.open("01-second.html")
		b.find(query)
		want(b, firstHit, wanted)
	}
}

func TestSearchFindsSymbolsAndEnterGoesThere(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("01-second.html")
	b.find("Stack.Pop")
	want(b, firstHit, "Stack.Pop")
	b.press(kb.Enter)
	b.wait(`location.pathname.endsWith("/00-everything.html") && decodeURIComponent(location.hash) === "#stack.Stack.Pop"`)
	b.wait(`document.getElementById("stack.Stack.Pop")?.getBoundingClientRect().top < innerHeight`)
}

func TestSearchWithArrowsAndEscape(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	b.find("stack")
	b.press(kb.ArrowDown + kb.ArrowDown)
	want(b, `document.activeElement === document.querySelectorAll("dialog .hits a")[1]`, true)
	b.press(kb.ArrowUp + kb.ArrowUp)
	want(b, `document.activeElement.type`, "search")
	b.press(kb.Escape)
	b.wait(`!document.querySelector("dialog[open]")`)
}

func TestSearchSaysThatNothingIsFound(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("index.html")
	b.click(".find button")
	b.wait(`document.activeElement.matches("dialog[open] input[type=search]")`)
	b.press("xylophone")
	b.wait(`document.querySelector("dialog [role=status]").textContent.includes("Nothing")`)
}

func TestSearchShowsTextAndNotHTML(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("index.html")
	b.find("hacked apostrophes")
	b.wait(`document.querySelector("dialog .hits").textContent.includes("<script>window.hacked")`)
	want(b, `window.hacked === undefined`, true)
}

func TestSearchFitsAPhone(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, theBook).url(""), phone)
	b.open("01-iterators.html")
	b.click("header .find button")
	b.wait(`document.activeElement.matches("dialog[open] input[type=search]")`)
	b.press("iterator")
	b.wait(`document.querySelector("dialog .hits a")`)
	want(b, tooWide, "")
	want(b, `(({left, right}) => left >= 0 && right <= innerWidth)(document.querySelector("dialog").getBoundingClientRect())`, true)
}
