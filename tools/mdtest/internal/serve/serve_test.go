package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/run"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == run.ApartArg {
		os.Exit(run.Apart(os.Stdin, os.Stdout))
	}
	if len(os.Args) > 3 && os.Args[1] == serveArg {
		os.Exit(serveAlone(os.Args[2], os.Args[3]))
	}
	os.Exit(m.Run())
}

// serveArg makes the test binary serve a book as mdtest serve does.
const serveArg = "serve-a-book"

func serveAlone(root, cache string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s, err := Listen(Options{Root: root, Cache: cache})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println(s.URL())
	if err := s.Serve(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// smallBook is a book with blocks to run.
var smallBook = map[string]string{
	"go.mod":            "module byhand\n\ngo 1.26\n",
	"secret.txt":        "not for everybody",
	"chapters/pic.svg":  `<svg xmlns="http://www.w3.org/2000/svg"/>`,
	"chapters/mute.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`,
	"book/SUMMARY.md":   "# A small book\n\n- [One](../chapters/00-one.md)\n- [Two](../chapters/01-two.md)\n",
	"chapters/00-one.md": "# One\n\nSome words.\n\n![A picture](pic.svg)\n\n## Step\n\n" +
		"```go code/main.go\npackage main\n\nfunc main() { println(\"one\") }\n```\n\n" +
		"```console\n$ go run ./code\none\n```\n\n```console\n$ " + unruly + "\nup\n```\n\n```testscript\nexec cat code/main.go\n```\n",
	"chapters/01-two.md": "# Two\n\n## Step\n\n```go code/two/two.go\npackage two\n```\n\n```console\n$ ls code\nmain.go\ntwo\n```\n",
}

// unruly forks, leaves its session and ignores what it can.
const unruly = `trap '' TERM INT HUP; (trap '' TERM; setsid sh -c 'trap "" TERM; sleep 62.5; sleep 62.5' & sleep 62.5 & wait) & echo up; sleep 62.5; sleep 62.5`

// alive counts the processes that unruly commands have started.
func alive() int {
	n := 0
	dirs, _ := filepath.Glob("/proc/[0-9]*")
	for _, d := range dirs {
		args, _ := os.ReadFile(d + "/cmdline")
		if strings.Contains(string(args), "62.5") {
			n++
		}
	}
	return n
}

// site is a book that is served.
type site struct {
	*testing.T
	*Server
	root string
	base string // of the site's pages
	http *http.Client
	stop func() // ends the server and waits
}

// start serves a book, to a client that has opened the address printed.
func start(t *testing.T, change ...func(*Options)) *site {
	t.Helper()
	root := t.TempDir()
	for name, text := range smallBook {
		save(t, root, name, text)
	}
	o := Options{Root: root, Cache: t.TempDir()}
	for _, f := range change {
		f(&o)
	}
	s, err := Listen(o)
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx) }()
	jar, _ := cookiejar.New(nil)
	out := &site{T: t, Server: s, root: root, http: &http.Client{Jar: jar, Timeout: 2 * time.Minute}}
	stopped := false
	out.stop = func() {
		if !stopped {
			stopped = true
			cancel()
			require.NoError(t, <-done)
		}
	}
	t.Cleanup(out.stop)
	entry, _, _ := strings.Cut(s.URL(), "?")
	out.base = entry + siteAt
	res := out.get(s.URL())
	require.Equal(t, 200, res.StatusCode)
	return out
}

func save(t *testing.T, root, name, text string) {
	t.Helper()
	file := filepath.Join(root, filepath.FromSlash(name))
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
	require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
}

func (s *site) get(url string) *http.Response {
	s.Helper()
	res, err := s.http.Get(url)
	require.NoError(s, err)
	s.Cleanup(func() { res.Body.Close() })
	return res
}

func text(t *testing.T, res *http.Response) string {
	data, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	return string(data)
}

// ask sends a request to run something, as a page would.
func (s *site) ask(ctx context.Context, w wish) *http.Response {
	s.Helper()
	data, _ := json.Marshal(w)
	req, _ := http.NewRequestWithContext(ctx, "POST", s.base+runAt, bytes.NewReader(data))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Origin", "http://"+s.guard.hosts[0])
	req.Header.Set(passHeader, s.guard.pass)
	res, err := s.http.Do(req)
	require.NoError(s, err)
	s.Cleanup(func() { res.Body.Close() })
	return res
}

// lines reads what is said of a run.
func lines(t *testing.T, res *http.Response) (out []said) {
	t.Helper()
	require.Equal(t, 200, res.StatusCode)
	dec := json.NewDecoder(res.Body)
	for {
		var s said
		if err := dec.Decode(&s); err != nil {
			return out
		}
		out = append(out, s)
	}
}

func TestServesFromMemoryAndNothingElse(t *testing.T) {
	s := start(t)
	page := text(t, s.get(s.base+"00-one.html"))
	require.Contains(t, page, `<script src="~serve.js" defer`)
	require.Contains(t, text(t, s.get(s.base)), "A small book", "the index")
	require.Equal(t, 200, s.get(s.base+"book.css").StatusCode)
	require.Equal(t, 200, s.get(s.base+"~serve.css").StatusCode)
	require.NoDirExists(t, filepath.Join(s.root, "book/site"))
	root := strings.TrimSuffix(s.base, siteAt)
	require.Equal(t, 200, s.get(s.base+"pictures/chapters/pic.svg").StatusCode, "an image that a page shows")
	for _, path := range []string{
		"secret.txt", "chapters/pic.svg", "book/site/pictures/chapters/mute.svg", "book/site/pictures/secret.txt",
		"book/site/pictures/%2e%2e/secret.txt", "chapters/00-one.md", "chapters/", "book/SUMMARY.md", "code/main.go",
		"book/site/../../secret.txt", "book/site/%2e%2e/%2e%2e/secret.txt", "book/site/..%2f..%2fsecret.txt",
		"book/site//etc/passwd", "book/site/chapters/00-one.md", "..%2f..%2fetc%2fpasswd", "chapters/../secret.txt",
		"book/site/~serve.js/", "book/site/~js/10-serve.js", "book/site/~x", "book/site/..\\..\\secret.txt",
	} {
		require.Equal(t, 404, s.get(root+path).StatusCode, path)
	}
}

func TestEveryAnswerIsHardened(t *testing.T) {
	s := start(t)
	for _, path := range []string{"", "00-one.html", "~serve.js", "nothing", "~blocks?page=00-one.html"} {
		h := s.get(s.base + path).Header
		require.Contains(t, h.Get("Content-Security-Policy"), "default-src 'none'; script-src 'self';")
		require.NotContains(t, h.Get("Content-Security-Policy"), "script-src 'self' 'unsafe-inline'")
		require.Equal(t, "nosniff", h.Get("X-Content-Type-Options"))
		require.Equal(t, "SAMEORIGIN", h.Get("X-Frame-Options"))
		require.Equal(t, "no-referrer", h.Get("Referrer-Policy"))
		require.Equal(t, "no-store", h.Get("Cache-Control"))
		for name := range h {
			require.False(t, strings.HasPrefix(name, "Access-Control-"), name)
		}
	}
}

func TestPagesHaveNoScriptOfTheirOwn(t *testing.T) {
	s := start(t)
	page := text(t, s.get(s.base+"00-one.html"))
	for _, tag := range regexp.MustCompile(`<script\b[^>]*>`).FindAllString(page, -1) {
		require.Contains(t, tag, " src=")
	}
	require.NotRegexp(t, `\son[a-z]+=`, page)
}

func TestOtherAddressesAreRefused(t *testing.T) {
	for _, addr := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.168.0.1:0", "example.org:80", "8.8.8.8:53", "[fe80::1]:0"} {
		_, err := Listen(Options{Root: t.TempDir(), Addr: addr})
		require.ErrorContains(t, err, "it runs code, and so is served on this machine alone", addr)
	}
	for _, addr := range []string{"127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000", "localhost"} {
		_, err := Listen(Options{Root: t.TempDir(), Addr: addr})
		require.Error(t, err, addr)
	}
}

func TestServesOnIPv6(t *testing.T) {
	if ln, err := listen("[::1]:0"); err != nil {
		t.Skip(err)
	} else {
		ln.Close()
	}
	s := start(t, func(o *Options) { o.Addr = "[::1]:0" })
	require.True(t, strings.HasPrefix(s.base, "http://[::1]:"))
	require.Equal(t, 200, s.get(s.base+"00-one.html").StatusCode)
}

func TestABookThatIsWrongFromTheStart(t *testing.T) {
	root := t.TempDir()
	for name, text := range smallBook {
		save(t, root, name, text)
	}
	save(t, root, "chapters/01-two.md", "no title\n")
	s, err := Listen(Options{Root: root, Cache: t.TempDir()})
	require.NoError(t, err)
	defer s.ln.Close()
	require.True(t, s.press.broken())
	require.Equal(t, "chapters/01-two.md:1", s.press.faults[0].At)
	require.Nil(t, s.press.page("00-one.html"))
	save(t, root, "chapters/01-two.md", smallBook["chapters/01-two.md"])
	s.press.update()
	require.Empty(t, s.press.faults)
	require.NotNil(t, s.press.page("00-one.html"))
}

func TestPagesKnowWhatTheReaderHasPassed(t *testing.T) {
	done := []string{"00-one/01-step"}
	s := start(t, func(o *Options) { o.Done = func() []string { return done } })
	page := func(s *site) string { return text(t, s.get(s.base+"00-one.html")) }
	require.Contains(t, page(s), ` data-done="00-one/01-step" data-`)
	done = append(done, "01-two/01-step")
	require.Contains(t, page(s), ` data-done="00-one/01-step 01-two/01-step" data-`)
	require.NotContains(t, page(start(t)), `01-step" data-pa`)
}
