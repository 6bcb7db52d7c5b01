package pdf

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// names are those of Chromium on the systems that have it.
var names = []string{
	"chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome",
}

// Find returns the path of Chromium: name, if it is not empty, or what the
// system has.
func Find(name string) (string, error) {
	if name != "" {
		at, err := exec.LookPath(name)
		if err != nil {
			return "", fmt.Errorf("printing needs Chromium, and %s is no command", name)
		}
		return at, nil
	}
	for _, name := range names {
		if at, err := exec.LookPath(name); err == nil {
			return at, nil
		}
	}
	return "", fmt.Errorf("printing needs Chromium, and there is no %s in the PATH: "+
		"install it (apt-get install chromium), or name one with --chromium or $MDTEST_CHROMIUM",
		strings.Join(names, ", "))
}

// browser is a running Chromium.
type browser struct {
	tab   context.Context
	dir   string // for the document, and what Chromium leaves
	close func()
}

// start starts Chromium, which lives no longer than ctx. It can reach no
// other machine.
func start(ctx context.Context, path string) (*browser, error) {
	dir, err := os.MkdirTemp("", "mdtest-pdf-*")
	if err != nil {
		return nil, err
	}
	var output bytes.Buffer
	alloc, stop := chromedp.NewExecAllocator(ctx, append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"),
		chromedp.Flag("proxy-server", "127.0.0.1:9"),
		chromedp.Env("TMPDIR="+temporary(dir)),
		chromedp.ModifyCmdFunc(ownGroup),
		chromedp.CombinedOutput(&output),
	)...)
	tab, closeTab := chromedp.NewContext(alloc)
	b := &browser{tab: tab, dir: dir, close: func() {
		closeTab()
		stop()
		os.RemoveAll(dir)
	}}
	if err := chromedp.Do(tab); err != nil {
		b.close()
		return nil, fmt.Errorf("%s does not start: %w\n%s", path, err, strings.TrimSpace(output.String()))
	}
	return b, nil
}

// temporary returns the folder for Chromium's temporary files: dir, which
// goes even when Chromium is killed, unless the path of the socket that it
// makes there would be longer than the system takes.
func temporary(dir string) string {
	if len(dir) > 50 {
		return os.TempDir()
	}
	return dir
}

// print prints the document; whole, or only as far as it takes to know what
// stands on which page.
func (b *browser) print(d *document, whole bool) ([]byte, error) {
	file := filepath.Join(b.dir, "book.xhtml")
	text, err := d.XHTML()
	if err == nil {
		err = os.WriteFile(file, text, 0o600)
	}
	if err != nil {
		return nil, err
	}
	open := chromedp.Navigate((&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String())
	fonts := chromedp.Evaluate[chromedp.Void]("document.fonts.ready", chromedp.EvalAwaitPromise)
	if err := chromedp.Do(b.tab, open, fonts); err != nil {
		return nil, fmt.Errorf("the book cannot be opened in Chromium: %w", err)
	}
	out, err := chromedp.Run(b.tab, chromedp.PrintToPDF(
		chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground(), chromedp.PDFStream(),
		func(p *page.PrintToPDFParams) {
			p.GenerateDocumentOutline, p.GenerateTaggedPDF = &whole, &whole
		},
	))
	if err != nil {
		return nil, fmt.Errorf("printing with Chromium: %w", err)
	}
	return out, nil
}
