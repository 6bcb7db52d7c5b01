package browser

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// What stands around the text: contents, previous and next.

func TestContentsOfAPhoneOpenAndCloseWhenUsed(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""), phone)
	b.open("00-everything.html")
	const shown = `document.querySelector("nav .current").checkVisibility()`
	want(b, shown, false)
	b.click("header button[popovertarget]")
	b.wait(shown)
	b.click(`nav a[href$="#wrong-on-purpose"]`)
	b.wait("!" + shown)
	want(b, `location.hash`, "#wrong-on-purpose")
	b.click("header button[popovertarget]")
	b.wait(shown)
	b.press(kb.Escape)
	b.wait("!" + shown)
}

func TestContentsOpenWithoutJavaScript(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""), phone, noScript)
	b.open("00-everything.html")
	b.click("header button[popovertarget]")
	want(b, `document.querySelector("nav .current").checkVisibility()`, true)
}

func TestPreviousAndNextLeadThroughTheWholeBook(t *testing.T) {
	t.Parallel()
	s := rendered(t, features)
	b := newTab(t, s.url(""))
	const title = `document.querySelector("h1").textContent`
	var titles []string
	next := "body > main > footer a.next"
	for b.open("index.html"); eval[bool](b, `document.querySelector("`+next+`") !== null`); {
		at := eval[string](b, "location.pathname")
		b.click(next)
		b.wait(`document.readyState === "complete" && location.pathname !== "` + at + `"`)
		titles = append(titles, eval[string](b, title))
	}
	if len(titles) != len(s.top())-1 || titles[0] != "Everything" || titles[1] != "The second <chapter> & its end" {
		t.Errorf("next leads through %q, of the pages %q", titles, s.top())
	}
	for range titles[1:] {
		at := eval[string](b, "location.pathname")
		b.click("body > main > footer a.prev")
		b.wait(`document.readyState === "complete" && location.pathname !== "` + at + `"`)
	}
	want(b, title, "Everything")
}

// TestContentsFollowTheScroll scrolls to the end of a page and back.
func TestContentsFollowTheScroll(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	const now = `document.querySelector(".sections [aria-current=location]")?.textContent`
	eval[*int](b, `scrollBy(0, document.getElementById("prose-of-all-kinds").getBoundingClientRect().top + innerHeight), null`)
	b.wait(now + ` === "Prose of all kinds"`)
	b.wait(`(({top, bottom}) => top >= 0 && bottom <= innerHeight)(document.querySelector(".sections [aria-current=location]").getBoundingClientRect())`)
	eval[*int](b, `scrollTo(0, 0), null`)
	b.wait(now + ` !== "Prose of all kinds"`)
}

func TestFirstTabSkipsToTheText(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	b.press(kb.Tab)
	want(b, `document.activeElement.textContent`, "Skip to the text")
	b.wait(`document.activeElement.getBoundingClientRect().top >= 0`)
	b.press(kb.Enter)
	b.wait(`location.hash === "#nav:text"`)
	b.press(kb.Tab)
	want(b, `document.activeElement.closest("main") !== null`, true)
}

// TestWhoeverTabsSeesTheFocus tabs through a whole page.
func TestWhoeverTabsSeesTheFocus(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	stops := 0
	for ; stops < 1000; stops++ {
		b.press(kb.Tab)
		seen := eval[string](b, `(() => {
			const e = document.activeElement, s = getComputedStyle(e), {width, height} = e.getBoundingClientRect();
			if (e === document.body) return "end";
			return e.checkVisibility({opacityProperty: true}) && width > 4 && height > 4 && (s.outlineStyle !== "none" || s.boxShadow !== "none")
				? "" : e.outerHTML.slice(0, 200);
		})()`)
		if seen == "end" {
			break
		}
		if seen != "" {
			t.Errorf("the focus is not to be seen on %s", seen)
		}
	}
	if stops < 20 || stops == 1000 {
		t.Errorf("%d stops", stops)
	}
}

func TestALinkToAStepShowsItsHeading(t *testing.T) {
	t.Parallel()
	for _, like := range []func(*tab){desktop, phone} {
		b := newTab(t, rendered(t, features).url(""), like)
		b.open("00-everything.html#wrong-on-purpose")
		b.wait(`(({top}) => top >= 0 && top < innerHeight / 3)(document.getElementById("wrong-on-purpose").getBoundingClientRect())`)
		want(b, `(({x, y, height}) => document.elementFromPoint(x + 5, y + height / 2).closest("h2") !== null)(document.getElementById("wrong-on-purpose").getBoundingClientRect())`, true)
	}
}

func TestWideThingsScrollByKeyboard(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""), phone)
	b.open("00-everything.html")
	b.wait(`document.querySelector(".scroll").tabIndex === 0`)
	eval[*int](b, `document.querySelector(".scroll").focus(), null`)
	b.press(kb.ArrowRight + kb.ArrowRight)
	b.wait(`document.querySelector(".scroll").scrollLeft > 0`)
}
