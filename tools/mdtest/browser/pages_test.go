package browser

import (
	"strings"
	"testing"
)

// Every page of both books, in every way of looking at it. Of the pages
// about files and steps, of which there are hundreds alike, some.

// eachBook runs a test for both books at the same time.
func eachBook(t *testing.T, test func(*testing.T, *site)) {
	for name, get := range map[string]func() (*site, error){"book": theBook, "features": features} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, rendered(t, get))
		})
	}
}

// tooWide lists what sticks out of the page on the right and can be
// scrolled to.
const tooWide = `(() => {
	const wide = document.documentElement.clientWidth;
	if (document.scrollingElement.scrollWidth <= wide) return "";
	return [...document.querySelectorAll("body *")]
		.filter((e) => e.getBoundingClientRect().right > wide + 0.5)
		.map((e) => e.tagName + "." + e.className + " " + e.textContent.slice(0, 40).trim())
		.slice(0, 5).join("; ") || "something";
})()`

func TestNoPageIsWiderThanAPhone(t *testing.T) {
	eachBook(t, func(t *testing.T, s *site) {
		b := newTab(t, s.url(""), phone)
		for _, p := range s.sample() {
			b.open(p)
			want(b, tooWide, "")
		}
	})
}

func TestNoPageIsWiderThanADesk(t *testing.T) {
	eachBook(t, func(t *testing.T, s *site) {
		b := newTab(t, s.url(""))
		for _, p := range s.sample() {
			b.open(p)
			for _, width := range []int64{1440, 1024, 768} {
				b.resize(width, 800, false)
				want(b, tooWide, "")
			}
		}
	})
}

// unreadable lists the texts of a page that cannot be seen, but for what a
// <details> folds away, which opens without JavaScript, and for what only
// JavaScript can do, buttons, and the marks of headings below the mouse.
const unreadable = `(() => {
	const out = [];
	const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const e = walk.currentNode.parentElement, text = walk.currentNode.data.trim();
		if (!text || e.closest("details:not([open]), script, style, noscript, template, button, dialog, .hidden, .anchor, annotation")) continue;
		if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true})) out.push(e.tagName + "." + e.className + ": " + text.slice(0, 40));
	}
	return out.slice(0, 5).join("; ");
})()`

func TestEverythingCanBeReadWithoutJavaScript(t *testing.T) {
	eachBook(t, func(t *testing.T, s *site) {
		b := newTab(t, s.url(""), noScript)
		for _, p := range s.sample() {
			b.open(p)
			want(b, unreadable, "")
			want(b, `[...document.querySelectorAll("main button")].filter((e) => e.checkVisibility() && !e.popoverTargetElement).length`, 0)
		}
	})
}

// TestNothingThatAChapterSaysIsRun looks for what the script in the text of
// the features book would do.
func TestNothingThatAChapterSaysIsRun(t *testing.T) {
	t.Parallel()
	s := rendered(t, features)
	b := newTab(t, s.url(""))
	for _, p := range s.pages {
		b.open(p)
		want(b, `window.hacked === undefined && document.querySelectorAll("main script").length === 0`, true)
	}
}

// TestEveryLinkOfTheSiteLeadsSomewhere follows no link: it looks whether
// the page is among the files and has the anchor.
func TestEveryLinkOfTheSiteLeadsSomewhere(t *testing.T) {
	eachBook(t, func(t *testing.T, s *site) {
		b := newTab(t, s.url(""))
		anchors := map[string]map[string]bool{}
		links := map[string][]string{}
		for _, p := range s.pages {
			b.open(p)
			anchors[p] = map[string]bool{"": true}
			for _, id := range eval[[]string](b, `[...document.querySelectorAll("[id]")].map((e) => e.id)`) {
				anchors[p][id] = true
			}
			links[p] = eval[[]string](b, `[...document.querySelectorAll("a[href]")].map((e) => e.href)`)
		}
		for p, to := range links {
			for _, l := range to {
				rel, inside := strings.CutPrefix(l, s.url(""))
				page, id, _ := strings.Cut(rel, "#")
				if inside && !anchors[page][unescape(t, id)] {
					t.Errorf("%s links to %s, which is not there", p, rel)
				}
			}
		}
	})
}
