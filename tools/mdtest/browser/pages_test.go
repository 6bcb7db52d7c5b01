package browser

import (
	"html"
	"os"
	"path"
	"path/filepath"
	"regexp"
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
	for _, p := range s.sample() {
		b.open(p)
		want(b, `window.hacked === undefined && document.querySelectorAll("main script").length === 0`, true)
	}
}

// A tag and its attributes that are anchors and links. No text of a page has
// a < that is not escaped.
var (
	tag       = regexp.MustCompile(`<[a-z][^<>]*>`)
	attribute = regexp.MustCompile(`\s(id|href)=(?:"([^"]*)"|([^\s">]+))`)
)

// anchorsAndLinks returns what can be linked to on a page, and the links on
// it that stay in the site.
func anchorsAndLinks(page string) (anchors map[string]bool, links []string) {
	anchors = map[string]bool{"": true}
	for _, t := range tag.FindAllString(page, -1) {
		for _, m := range attribute.FindAllStringSubmatch(t, -1) {
			value := html.UnescapeString(m[2] + m[3])
			switch before, _, _ := strings.Cut(value, "#"); {
			case m[1] == "id":
				anchors[value] = true
			case !strings.Contains(before, ":"):
				links = append(links, value)
			}
		}
	}
	return anchors, links
}

// TestEveryLinkOfTheSiteLeadsSomewhere looks, for each link of all pages,
// whether the page is among the files and has the anchor.
func TestEveryLinkOfTheSiteLeadsSomewhere(t *testing.T) {
	eachBook(t, func(t *testing.T, s *site) {
		anchors := map[string]map[string]bool{}
		links := map[string][]string{}
		for _, p := range s.pages {
			data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(p)))
			if err != nil {
				t.Fatal(err)
			}
			anchors[p], links[p] = anchorsAndLinks(string(data))
		}
		count := 0
		for p, to := range links {
			for _, l := range to {
				count++
				name, id, _ := strings.Cut(l, "#")
				at := p
				if name != "" {
					at = path.Join(path.Dir(p), unescape(t, name))
				}
				_, err := os.Stat(filepath.Join(s.dir, filepath.FromSlash(at)))
				if err != nil || id != "" && !anchors[at][unescape(t, id)] {
					t.Errorf("%s links to %s, which is not there", p, l)
				}
			}
		}
		if count < 3*len(s.pages) {
			t.Errorf("%d links on %d pages", count, len(s.pages))
		}
	})
}
