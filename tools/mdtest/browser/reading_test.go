package browser

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// What each reader chooses: theme, In Rust, keys; and what he has done.

const paperColour = `getComputedStyle(document.documentElement).backgroundColor`

func TestThemeFollowsTheSystemUntilTheReaderChooses(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""), light)
	b.open("00-everything.html")
	day := eval[string](b, paperColour)
	dark(b)
	night := eval[string](b, paperColour)
	if day == night {
		t.Errorf("day and night are both %s", day)
	}
	b.click("[data-opens=reading]")
	b.click("input[name=theme][value=light]")
	want(b, paperColour, day)
	b.reload()
	want(b, paperColour, day)
	want(b, `document.querySelector("input[name=theme][value=light]").checked`, true)
	b.open("01-second.html")
	want(b, paperColour, day)
}

func TestThemeByKey(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""), light)
	b.open("00-everything.html")
	day := eval[string](b, paperColour)
	b.press("tt")
	b.wait(paperColour + ` !== "` + day + `"`)
	want(b, `document.documentElement.dataset.theme`, "dark")
	b.press("t")
	b.wait(paperColour + ` === "` + day + `"`)
}

func TestSidebarsAboutRustHideForTheWholeBookAndOpenOneByOne(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.resize(1700, 900, false)
	b.open("00-everything.html")
	const text = `document.querySelector(".in-rust p").checkVisibility()`
	want(b, text, true)
	b.press("r")
	b.wait("!" + text)
	b.reload()
	want(b, text, false)
	b.click(".in-rust .stub")
	b.wait(text)
}

func TestSidebarsAboutRustStandBesideTheGo(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.resize(1700, 900, false)
	b.open("00-everything.html")
	b.press("rr")
	b.wait(`document.querySelector(".in-rust").getBoundingClientRect().left >= document.querySelector("figure.listing").getBoundingClientRect().right`)
	want(b, tooWide, "")
	b.resize(1200, 900, false)
	b.wait(`document.querySelector(".in-rust").getBoundingClientRect().left < document.querySelector("figure.listing").getBoundingClientRect().right`)
	want(b, tooWide, "")
}

func TestKeysGoFromSectionToSectionAndChapterToChapter(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	b.press("j")
	b.wait(`location.hash === "#a-stack"`)
	b.press("j")
	b.wait(`location.hash === "#prose-of-all-kinds"`)
	b.press("k")
	b.wait(`location.hash === "#prose-of-all-kinds" || location.hash === "#a-stack"`)
	b.press("l")
	b.wait(`location.pathname.endsWith("/01-second.html") && document.readyState === "complete"`)
	b.press("h")
	b.wait(`location.pathname.endsWith("/00-everything.html") && document.readyState === "complete"`)
	b.press("?")
	b.wait(`document.querySelector("dialog[open] dl").textContent.includes("the next section")`)
}

func TestKeysAreSilentWhereTheReaderTypesAndWhenSwitchedOff(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	b.press("/")
	b.wait(`document.activeElement.matches("dialog[open] input[type=search]")`)
	b.press("tjlr")
	want(b, `document.activeElement.value`, "tjlr")
	b.press(kb.Escape)
	b.press("l", kb.ModifierCtrl) // the browser's
	want(b, `location.hash + (document.documentElement.dataset.theme ?? "") + location.pathname.endsWith("/00-everything.html")`, "true")
	b.press("?")
	b.click("dialog[open] input[name=keys]")
	b.press(kb.Escape)
	b.reload()
	b.press("tjlr/")
	want(b, `location.hash + (document.documentElement.dataset.theme ?? "") + location.pathname.endsWith("/00-everything.html")`, "true")
}

func TestEscapeLeavesTheSearchThatHasNotLoadedYet(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	eval[*int](b, `byhand.load = () => new Promise(() => {}), null`)
	b.press("/stack")
	want(b, `document.querySelector("dialog[open] input").value`, "stack")
	b.press(kb.Escape)
	want(b, `document.querySelector("dialog[open]") === null`, true)
}

func TestAStepMarkedAsDoneStaysDoneAndCounts(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	b.click("[data-done='00-everything/01-a-stack']")
	const pressed = `document.querySelector("[data-done='00-everything/01-a-stack']").ariaPressed`
	b.wait(pressed + ` === "true"`)
	b.reload()
	want(b, pressed, "true")
	b.open("index.html")
	want(b, `document.querySelector("li [data-chapters='00-everything']").textContent`, "1 of 2 steps")
	want(b, `document.querySelector(".part [data-steps]").textContent`, "1 of 4 steps")
	b.open("00-everything.html")
	b.click("[data-done='00-everything/01-a-stack']")
	b.wait(pressed + ` === "false"`)
}

func TestTheReaderResumesWhereHeLeft(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	want(b, `document.querySelector(".left").checkVisibility()`, false)
	eval[*int](b, `document.getElementById("wrong-on-purpose").scrollIntoView(), null`)
	b.wait(`document.querySelector(".sections [aria-current=location]")?.textContent === "Wrong on purpose"`)
	b.open("index.html")
	b.click(".left a")
	b.wait(`location.hash === "#wrong-on-purpose" && location.pathname.endsWith("/00-everything.html")`)
}

func TestNotesStandBesideTheirWordAndUnfoldOnAPhone(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	const note = `document.getElementById("note:2")`
	b.wait(`(({left, top, width}) => width > 100 &&
		left >= document.getElementById("ref:2").closest("p").getBoundingClientRect().right &&
		Math.abs(top - document.getElementById("ref:2").getBoundingClientRect().top) < 40)(` + note + `.getBoundingClientRect())`)
	phone(b)
	b.wait("!" + note + `.checkVisibility()`)
	b.click(`[id="ref:2"]`)
	b.wait(note + `.checkVisibility()`)
	want(b, tooWide, "")
	want(b, `document.getElementById("ref:2").closest("p").contains(`+note+`)`, true)
}

func TestNotesStandAtTheEndWithoutJavaScript(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""), noScript)
	b.open("00-everything.html")
	want(b, `document.getElementById("note:2").checkVisibility()`, true)
	b.click(`[id="ref:2"]`)
	b.wait(`(({top}) => top >= 0 && top < innerHeight)(document.getElementById("note:2").getBoundingClientRect())`)
}

func TestFontsComeFromTheSite(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	want(b, `document.fonts.ready.then(() => [...document.fonts].filter((f) => f.status === "loaded").length >= 2)`, true)
}
