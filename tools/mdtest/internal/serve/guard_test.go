package serve

import (
	"bytes"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a request is like, beside what our own pages send.
var requests = []struct {
	name   string
	method string // GET of a page, or POST to run a block
	change func(r *http.Request, s *site)
	status int
}{
	{"our page", "GET", nil, 200},
	{"our page runs something", "POST", nil, 200},
	{"the address was typed", "GET", set("Sec-Fetch-Site", "none"), 200},
	{"our page, in a browser", "POST", set("Sec-Fetch-Site", "same-origin"), 200},
	{"localhost", "GET", host("localhost:%"), 200},
	{"localhost runs", "POST", both(host("localhost:%"), set("Origin", "http://localhost:%")), 200},

	{"a name made to point here", "GET", host("rebind.example:%"), 403},
	{"a name made to point here runs", "POST", both(host("rebind.example:%"), set("Origin", "http://rebind.example:%")), 403},
	{"a name that ends as ours does", "GET", host("evil.localhost:%"), 403},
	{"a name that begins as ours does", "GET", host("127.0.0.1.evil.example:%"), 403},
	{"no port", "GET", host("127.0.0.1"), 403},
	{"another port", "GET", host("127.0.0.1:1"), 403},
	{"another loopback address", "GET", host("127.0.0.2:%"), 403},
	{"a dot behind", "GET", host("localhost.:%"), 403},

	{"no cookie", "GET", without("Cookie"), 403},
	{"no cookie runs", "POST", without("Cookie"), 403},
	{"another cookie", "GET", set("Cookie", "mdtest=0"), 403},
	{"an empty cookie", "GET", set("Cookie", "mdtest="), 403},
	{"the token as a parameter", "GET", query(tokenParam, true), 403},
	{"the pass as a cookie", "GET", func(r *http.Request, s *site) { r.Header.Set("Cookie", "mdtest="+s.guard.pass) }, 403},

	{"no pass", "POST", without(passHeader), 403},
	{"an empty pass", "POST", set(passHeader, ""), 403},
	{"another pass", "POST", set(passHeader, strings.Repeat("0", 64)), 403},
	{"the token as pass", "POST", func(r *http.Request, s *site) { r.Header.Set(passHeader, s.guard.token) }, 403},

	{"another origin runs", "POST", set("Origin", "http://evil.example"), 403},
	{"another port's page runs", "POST", set("Origin", "http://127.0.0.1:1"), 403},
	{"localhost is not 127.0.0.1", "POST", set("Origin", "http://localhost:%"), 403},
	{"https is not http", "POST", set("Origin", "https://127.0.0.1:%"), 403},
	{"a page without an origin runs", "POST", set("Origin", "null"), 403},
	{"nobody says who runs", "POST", without("Origin"), 403},
	{"the origin with a path", "POST", set("Origin", "http://127.0.0.1:%/"), 403},
	{"another site's page reads", "GET", set("Sec-Fetch-Site", "cross-site"), 403},
	{"another port's page reads", "GET", set("Sec-Fetch-Site", "same-site"), 403},
	{"another origin reads", "GET", set("Origin", "http://evil.example"), 403},
	{"another site's page leads here", "GET", both(set("Sec-Fetch-Site", "cross-site"), both(set("Sec-Fetch-Mode", "navigate"), set("Sec-Fetch-Dest", "document"))), 403},
	{"another site's page runs", "POST", set("Sec-Fetch-Site", "cross-site"), 403},
	{"a typed address runs nothing", "POST", set("Sec-Fetch-Site", "none"), 403},
	{"a form", "POST", set("Content-Type", "text/plain"), 403},
	{"a form that is encoded", "POST", set("Content-Type", "application/x-www-form-urlencoded"), 403},
	{"asking beforehand", "OPTIONS", set("Origin", "http://evil.example"), 403},
	{"running by GET", "RUN", nil, 404},
	{"another method", "PUT", nil, 405},
	{"another method, unasked", "DELETE", without(passHeader), 403},
}

func TestWhoGetsIn(t *testing.T) {
	s := start(t)
	for _, c := range requests {
		t.Run(c.name, func(t *testing.T) {
			res := s.request(t, c.method, c.change)
			require.Equal(t, c.status, res.StatusCode)
			body := text(t, res)
			require.Empty(t, res.Header.Get("Access-Control-Allow-Origin"))
			require.Empty(t, res.Header.Get("Set-Cookie"))
			if c.status == 403 {
				require.Contains(t, body, "403: not allowed")
				require.NotContains(t, body, s.guard.token)
				require.NotContains(t, body, s.guard.pass)
				require.NotContains(t, body, s.guard.prefix)
			}
		})
	}
}

// request sends what our page would, but for the change.
func (s *site) request(t *testing.T, method string, change func(*http.Request, *site)) *http.Response {
	t.Helper()
	at, body := s.base+"00-one.html", ""
	switch method {
	case "POST", "PUT", "DELETE", "OPTIONS":
		at, body = s.base+runAt, `{"page":"01-two.html","block":"step:2"}`
	case "RUN":
		method, at = "GET", s.base+runAt
	}
	r, err := http.NewRequest(method, at, bytes.NewBufferString(body))
	require.NoError(t, err)
	r.Header.Set("Cookie", cookieName+"="+s.guard.token)
	if method != "GET" {
		r.Header.Set("Origin", "http://"+s.guard.hosts[0])
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set(passHeader, s.guard.pass)
	}
	if change != nil {
		change(r, s)
	}
	res, err := new(http.Client).Do(r)
	require.NoError(t, err)
	t.Cleanup(func() { res.Body.Close() })
	return res
}

// port puts the server's port in the place of a percent sign.
func (s *site) port(text string) string {
	return strings.ReplaceAll(text, "%", strconv.Itoa(s.ln.Addr().(*net.TCPAddr).Port))
}

func set(name, value string) func(*http.Request, *site) {
	return func(r *http.Request, s *site) { r.Header.Set(name, s.port(value)) }
}

func without(name string) func(*http.Request, *site) {
	return func(r *http.Request, _ *site) { r.Header.Del(name) }
}

func host(name string) func(*http.Request, *site) {
	return func(r *http.Request, s *site) { r.Host = s.port(name) }
}

func both(f, g func(*http.Request, *site)) func(*http.Request, *site) {
	return func(r *http.Request, s *site) { f(r, s); g(r, s) }
}

// query has the token in the address of a page, and no cookie.
func query(name string, right bool) func(*http.Request, *site) {
	return func(r *http.Request, s *site) {
		r.Header.Del("Cookie")
		if right {
			r.URL.RawQuery = url.Values{name: {s.guard.token}}.Encode()
		}
	}
}

func TestTheAddressPrintedLetsIn(t *testing.T) {
	s := start(t)
	for url, status := range map[string]int{
		s.URL():                      200,
		s.URL() + "0":                403,
		s.URL()[:len(s.URL())-1]:     403,
		s.base[:len(s.base)-10]:      403,
		"http://" + s.guard.hosts[0]: 403,
	} {
		res, err := http.Get(url) // no cookies are kept
		require.NoError(t, err)
		require.Equal(t, status, res.StatusCode, url)
		body := text(t, res)
		res.Body.Close()
		if status == 403 {
			require.Contains(t, body, "open that address in this browser")
			require.Empty(t, res.Header.Get("Set-Cookie"))
			continue
		}
		c := res.Cookies()[0]
		require.True(t, c.HttpOnly)
		require.Equal(t, http.SameSiteStrictMode, c.SameSite)
		require.Equal(t, s.guard.prefix, c.Path)
		require.Empty(t, c.Domain)
		require.NotContains(t, body, s.guard.token)
	}
}

func TestSecretsAreLongAndDiffer(t *testing.T) {
	a, b := newGuard(&net.TCPAddr{IP: net.IPv6loopback, Port: 1}), newGuard(&net.TCPAddr{IP: net.IPv6loopback, Port: 1})
	require.Len(t, a.token, 64)
	require.Len(t, a.pass, 64)
	require.NotEqual(t, a.token, a.pass)
	require.NotEqual(t, a.token, b.token)
	require.NotEqual(t, a.prefix, b.prefix)
	require.Equal(t, []string{"[::1]:1", "localhost:1"}, a.hosts)
}
