package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// named finds the nth name of that text in the code of a page, from 0.
func named(text string, nth int) string {
	return fmt.Sprintf(`[...document.querySelectorAll("pre :is(a, var)")].filter((e) => e.textContent === %q)[%d]`, text, nth)
}

const (
	tipText  = `(document.querySelector(".meaning:not([hidden])")?.textContent ?? "")`
	tipFits  = `(({left, top, right, bottom}) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight)(document.querySelector(".meaning").getBoundingClientRect())`
	describe = `(document.getElementById(document.activeElement.getAttribute("aria-describedby"))?.textContent ?? "")`
)

// middle scrolls to what an expression returns, and says where it is.
func (b *tab) middle(expr string) (x, y float64) {
	b.Helper()
	at := eval[[]float64](b, fmt.Sprintf(`new Promise((done) => {
		const e = %s;
		e.scrollIntoView({block: "center", behavior: "instant"});
		requestAnimationFrame(() => requestAnimationFrame(() => {
			const r = e.getClientRects()[0];
			done([r.x + r.width / 2, r.y + r.height / 2]);
		}));
	})`, expr))
	return at[0], at[1]
}

// hover moves the mouse over what an expression returns.
func (b *tab) hover(expr string) {
	b.Helper()
	x, y := b.middle(expr)
	call(b, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: x, Y: y})
}

func TestANameLeadsToTheStepThatDefinesItAsItStandsThere(t *testing.T) {
	t.Parallel()
	for what, like := range map[string]func(*tab){"desktop": desktop, "phone": phone, "without JavaScript": noScript} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			b := newTab(t, rendered(t, features).url(""), like)
			b.open("01-second.html")
			b.click(`pre a[href="00-everything.html#stack.Stack.Push.2"]`)
			b.wait(`location.pathname.endsWith("/00-everything.html") && document.querySelector(":target")?.textContent === "Push"`)
			want(b, `document.querySelector(":target").closest("figure").id`, "a-stack:3")
		})
	}
}

func TestWhatANameMeansShowsAtThePointer(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("01-second.html")
	for _, c := range []struct{ name, shown string }{
		{named("Push", 0), "func (s *Stack[T]) Push(v T)Push puts v on top."},
		{named("Put", 0), "func (q *Queue[T]) Put(v T)Put adds v at the <b>end</b> </script><script>window.hacked = 1</script>."},
		{named("v", 1), "var v T"},
		{named("in", 0), "field in stack.Stack[T]"},
	} {
		b.hover(c.name)
		b.wait(fmt.Sprintf(`%s === %q`, tipText, c.shown))
		want(b, tipFits, true)
	}
	b.hover(`document.querySelector("h2")`)
	b.wait(tipText + ` === ""`)
	want(b, `window.hacked === undefined`, true)
}

func TestWhatANameMeansShowsAtTheFocusUntilEscape(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("00-everything.html")
	eval[bool](b, `(`+named("Pop", 0)+`.focus({focusVisible: true}), true)`)
	b.wait(describe + ` === "func (s *Stack[T]) Pop() TPop takes the value on top. Of an empty stack it is the zero value."`)
	want(b, tipFits, true)
	b.press(kb.Escape)
	want(b, tipText, "")
	want(b, describe, "")
	b.press(kb.Tab)
	b.wait(describe + `.startsWith("func len(v Type) int")`)
}

func TestATapOnANameShowsNothing(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""), phone)
	b.open("00-everything.html")
	eval[bool](b, `(document.addEventListener("click", (e) => { e.preventDefault(); window.tapped = e.target.textContent; }), true)`)
	x, y := b.middle(named("Len", 1))
	call(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: []*input.TouchPoint{{X: x, Y: y}}})
	call(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}})
	b.wait(`window.tapped === "Len"`)
	want(b, `new Promise((done) => setTimeout(() => done(`+tipText+`), 400))`, "")
}

func TestNamesListsWhatIsExported(t *testing.T) {
	t.Parallel()
	b := newTab(t, rendered(t, features).url(""))
	b.open("01-second.html")
	b.click(`nav a[href="names.html"]`)
	b.wait(`location.pathname.endsWith("/names.html") && document.getElementById("stack.Stack.Push")`)
	want(b, `document.getElementById("stack.Stack.Push").nextElementSibling.textContent.replace(/\s+/g, " ").trim()`,
		"Push puts v on top. defined in 0.1 · used in 0 Challenges, 1.1, 1.2")
	want(b, `document.getElementById("queue.Queue.Put").nextElementSibling.textContent.includes("defined in 1.1 · changed in 1.2")`, true)
	want(b, `window.hacked === undefined`, true)
}
