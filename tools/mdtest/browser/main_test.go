package browser

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"byhand/tools/mdtest/internal/need"
	"byhand/tools/mdtest/internal/run"
)

// There is one browser for all tests; each has a tab with a profile of its
// own in it.
var (
	startOnce sync.Once
	started   context.Context
	startErr  error
	stop      = func() {}
)

// chromium returns the browser, which it starts for the first test that
// asks.
func chromium(t *testing.T) context.Context {
	t.Helper()
	at := need.Command(t, "chromium", chromiumNames...)
	startOnce.Do(func() {
		opts := append(chromedp.DefaultExecAllocatorOptions[:],
			chromedp.ExecPath(at), chromedp.DisableGPU, chromedp.NoSandbox,
			chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
			// A mouse, which a machine without a screen has not.
			chromedp.Flag("blink-settings", "primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"),
		)
		alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), opts...)
		ctx, cancel := chromedp.NewContext(alloc)
		stop = func() { cancel(); stopAlloc() }
		started, startErr = ctx, chromedp.Do(ctx)
	})
	if startErr != nil {
		t.Fatalf("%s does not start: %v", at, startErr)
	}
	return started
}

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == run.ApartArg {
		os.Exit(run.Apart(os.Stdin, os.Stdout))
	}
	var err error
	if sites, err = os.MkdirTemp("", "mdtest-sites-*"); err != nil {
		panic(err)
	}
	code := m.Run()
	stop()
	os.RemoveAll(sites)
	os.Exit(code)
}
