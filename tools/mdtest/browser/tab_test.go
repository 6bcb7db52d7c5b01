package browser

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// patience is how long a page may take to do what was asked of it.
const patience = 10 * time.Second

// tab is a tab of the browser with a profile of its own. It fails its test
// if a page asks for anything outside of the site or complains.
type tab struct {
	*testing.T
	ctx  context.Context
	site string // what every address begins with

	mu    sync.Mutex
	wrong []string
	asked map[network.RequestID]string
}

// newTab opens a tab for a site. What it is like, a phone say, is set up
// before any page is opened.
func newTab(t *testing.T, base string, like ...func(*tab)) *tab {
	t.Helper()
	parent := chromium(t)
	b := &tab{T: t, site: base, asked: map[network.RequestID]string{}}
	ctx, cancel := chromedp.NewContext(parent, chromedp.WithNewBrowserContext(), chromedp.WithListener(b.hear))
	b.ctx = ctx
	t.Cleanup(func() {
		cancel()
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, w := range b.wrong {
			t.Error(w)
		}
	})
	call(b, network.Enable, network.EnableParams{})
	call(b, log.Enable, cdp.Empty{})
	call(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	desktop(b)
	for _, f := range like {
		f(b)
	}
	return b
}

// hear notes what a page asks for and complains of.
func (b *tab) hear(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch ev := ev.(type) {
	case *network.EventRequestWillBeSent:
		u := ev.Request.URL
		b.asked[ev.RequestID] = u
		if !strings.HasPrefix(u, b.site) && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "about:") {
			b.wrong = append(b.wrong, "a page asked for "+u)
		}
	case *network.EventLoadingFailed:
		if !ev.Canceled {
			b.wrong = append(b.wrong, fmt.Sprintf("%s did not load: %s", b.asked[ev.RequestID], ev.ErrorText))
		}
	case *runtime.EventExceptionThrown:
		d := ev.ExceptionDetails
		text := d.Text
		if d.Exception != nil {
			text += " " + d.Exception.Description
		}
		b.wrong = append(b.wrong, fmt.Sprintf("%s:%d: %s", d.URL, d.LineNumber+1, text))
	case *runtime.EventConsoleAPICalled:
		if ev.Type == runtime.ConsoleAPICalledTypeError || ev.Type == runtime.ConsoleAPICalledTypeWarning {
			b.wrong = append(b.wrong, fmt.Sprintf("console.%s: %s", ev.Type, ev.Args[0].Value))
		}
	case *log.EventEntryAdded:
		if ev.Entry.Level == log.EntryLevelError || ev.Entry.Level == log.EntryLevelWarning {
			b.wrong = append(b.wrong, fmt.Sprintf("the console says: %s %s", ev.Entry.Text, ev.Entry.URL))
		}
	}
}

// What a tab is like.

func desktop(b *tab) { b.resize(1440, 900, false) }
func phone(b *tab)   { b.resize(360, 740, true) }
func dark(b *tab)    { b.media("", "dark") }
func light(b *tab)   { b.media("", "light") }
func paper(b *tab)   { b.media("print", "light") }

func noScript(b *tab) {
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

// clipboard keeps what is copied in window.copied.
func clipboard(b *tab) {
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `Object.defineProperty(navigator, "clipboard", {value: {writeText: async (s) => { window.copied = s; }}});`,
	})
}

func (b *tab) resize(width, height int64, mobile bool) {
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: height, DeviceScaleFactor: 1, Mobile: mobile,
	})
	call(b, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: mobile})
}

func (b *tab) media(media, scheme string) {
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: media, Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme},
			{Name: "prefers-reduced-motion", Value: "reduce"},
		},
	})
}

// What a reader does.

// open opens a page and waits until it has loaded.
func (b *tab) open(page string) {
	b.Helper()
	do(b, "open "+page, chromedp.Navigate(b.site+page))
}

func (b *tab) reload() {
	b.Helper()
	do(b, "reload", chromedp.Reload())
}

// click clicks into the middle of the first element that the selector finds,
// once it is to be seen.
func (b *tab) click(selector string) {
	b.Helper()
	do(b, "click "+selector, chromedp.Click(chromedp.CSS(selector)))
}

// press presses keys one after the other: characters, or those of package
// kb. As with real ones, a page that takes a key for itself keeps it from
// being typed.
func (b *tab) press(keys string, with ...kb.Modifier) {
	b.Helper()
	for _, r := range keys {
		events := kb.Encode(r)
		down, up := events[0], events[len(events)-1]
		if len(events) == 3 && len(with) == 0 {
			down.Type, down.Text, down.UnmodifiedText = kb.KeyDown, events[1].Text, events[1].UnmodifiedText
		}
		for _, k := range []*input.DispatchKeyEventParams{down, up} {
			for _, m := range with {
				k.Modifiers |= int64(m)
			}
			call(b, input.DispatchKeyEvent, *k)
		}
	}
}

// What a reader sees.

// wait waits until an expression of JavaScript is true. On the way from one
// page to the next there is nothing to evaluate it.
func (b *tab) wait(expr string) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	for {
		is, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+expr+")", chromedp.EvalAwaitPromise))
		if is {
			return
		}
		if ctx.Err() != nil {
			b.Fatalf("never came true on %s: %s\n%v", eval[string](b, "location.href"), expr, err)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// want evaluates an expression of JavaScript, which must be what is wanted.
func want[V comparable](b *tab, expr string, wanted V) {
	b.Helper()
	if got := eval[V](b, expr); got != wanted {
		b.Errorf("on %s\n%.150s\nis %v, want %v", eval[string](b, "location.href"), expr, got, wanted)
	}
}

// eval evaluates an expression of JavaScript, or waits for a promise.
func eval[V any](b *tab, expr string) V {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 6*patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[V](expr, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%.200s: %v", expr, err)
	}
	return v
}

// do takes a step, which may fail the test.
func do[V any](b *tab, what string, a chromedp.Action[V]) V {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		b.Fatalf("%s: %v", what, err)
	}
	return v
}

// call sends a command of the DevTools protocol.
func call[P, R any](b *tab, cmd cdp.Command[P, R], params P) R {
	b.Helper()
	r, err := chromedp.Call(b.ctx, cmd, params)
	if err != nil {
		b.Fatalf("%s: %v", cmd.Method, err)
	}
	return r
}
