package serve

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// guard lets through what the package comment says.
type guard struct {
	hosts  []string // what Host may be, the address first
	prefix string   // the random path
	token  string   // in the cookie, and in the address that is printed
	pass   string   // in our pages, and in the header of what runs something
}

const (
	cookieName = "mdtest"
	tokenParam = "token"
	passHeader = "X-Mdtest-Pass"
)

func newGuard(addr *net.TCPAddr) *guard {
	port := strconv.Itoa(addr.Port)
	g := &guard{prefix: "/" + secret(8) + "/", token: secret(32), pass: secret(32)}
	g.hosts = []string{net.JoinHostPort(addr.IP.String(), port), net.JoinHostPort("localhost", port)}
	return g
}

// secret returns n random bytes, in hexadecimal.
func secret(n int) string {
	b := make([]byte, n)
	_, _ = rand.Read(b) // it never fails
	return hex.EncodeToString(b)
}

func (g *guard) path(p string) string { return g.prefix + p }

// entry returns the address that lets a browser in.
func (g *guard) entry() string {
	return "http://" + g.hosts[0] + g.prefix + "?" + tokenParam + "=" + g.token
}

func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// policy allows files of this server and nothing else. Listings number their
// lines by style attributes.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; " +
	"img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; " +
	"frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

func harden(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "SAMEORIGIN")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

const (
	whyHost   = "This server answers to the address that it was started on, and to no other name for it."
	whyOrigin = "Another page asks for this. Only the book's own pages may."
	whyToken  = "This page needs the address that mdtest serve has printed, with its token:\nopen that address in this browser. If the server was started again, the token is a new one."
	whyPass   = "This page is of an earlier start of the server. Open the address that mdtest serve has printed."
	whyType   = "What is to be run comes as application/json."
)

// check stands before everything else.
func (g *guard) check(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		harden(w.Header())
		switch {
		case !slices.Contains(g.hosts, strings.ToLower(r.Host)):
			refuse(w, whyHost)
		case !g.ours(r):
			refuse(w, whyOrigin)
		case r.URL.Path == g.prefix && same(r.URL.Query().Get(tokenParam), g.token):
			next.ServeHTTP(w, r)
		case !g.hasCookie(r):
			refuse(w, whyToken)
		case r.Method != http.MethodGet && r.Method != http.MethodHead && !same(r.Header.Get(passHeader), g.pass):
			refuse(w, whyPass)
		case r.Method == http.MethodPost && r.Header.Get("Content-Type") != "application/json":
			refuse(w, whyType)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func refuse(w http.ResponseWriter, why string) {
	http.Error(w, "403: not allowed\n\n"+why, http.StatusForbidden)
}

// ours reports whether the reader asks, or one of our pages. Browsers send
// Origin with whatever is not a GET, and Sec-Fetch-Site with everything; a
// program that sends neither has to know the secrets.
func (g *guard) ours(r *http.Request) bool {
	reads := r.Method == http.MethodGet || r.Method == http.MethodHead
	switch origin := r.Header.Get("Origin"); {
	case origin == "" && !reads:
		return false
	case origin != "" && origin != "http://"+strings.ToLower(r.Host):
		return false
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin":
		return true
	case "none":
		return reads
	}
	// A link elsewhere may lead to the address that lets a browser in, which
	// shows nothing: it is followed in the reader's sight.
	return reads && r.URL.Path == g.prefix && r.Header.Get("Sec-Fetch-Mode") == "navigate" &&
		r.Header.Get("Sec-Fetch-Dest") == "document"
}

func (g *guard) hasCookie(r *http.Request) bool {
	ok := false
	for _, c := range r.CookiesNamed(cookieName) {
		ok = same(c.Value, g.token) || ok
	}
	return ok
}

// enter puts the token into a cookie and goes on to the book: by a page of
// our own, because a browser that came from elsewhere would not send such a
// cookie to where it is sent on.
func (g *guard) enter(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get(tokenParam) != "" {
		http.SetCookie(w, &http.Cookie{
			Name: cookieName, Value: g.token, Path: g.prefix,
			HttpOnly: true, SameSite: http.SameSiteStrictMode,
		})
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	to := (&url.URL{Path: g.path(siteAt)}).EscapedPath()
	_, _ = w.Write([]byte(`<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0; url=` + to + `"><title>The book</title>
<p><a href="` + to + `">To the book</a></p>
`))
}
