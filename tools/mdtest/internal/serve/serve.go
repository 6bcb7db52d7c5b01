// Package serve shows a book while it is being written or worked through:
// on this machine alone, from memory, following every save, and with a
// button at each console block that runs it.
//
// # Whom it does not trust
//
// It runs code with the rights of whoever started it. So:
//
//   - Another machine can't reach it: it binds a loopback address and no
//     other.
//   - Another user or program of this machine can reach it, and gets
//     nothing: every request needs a cookie of 256 random bits. The address
//     that is printed has them once, and the first answer puts them into the
//     cookie: HttpOnly, SameSite=Strict, and bound to a path that is random
//     too, since browsers send a cookie to all ports of a host.
//   - A page of another origin in the same browser can send requests, but
//     not what they need. Every request must name this server in Host, or a
//     name that was made to point here (DNS rebinding) would make that page
//     one of ours. The browser's Sec-Fetch-Site must say that one of our
//     pages asks, or that the reader typed the address; another port of this
//     host is another origin. Whatever runs something is a POST with our
//     Origin and, in a header, a second secret, which stands in our pages
//     alone: a cookie by itself runs nothing. Nothing is answered with CORS
//     headers, so that no such page can read an answer or send that header.
//   - The book's own text is not code of the page: it is escaped (package
//     markdown), and the policy of each answer allows no script but files of
//     this server, no frame around it but its own, and no request elsewhere.
//
// Secrets are compared in constant time. What a book's commands may do is
// package run's to say: it confines and bounds them as a check on mistakes.
// A book that means harm is not defended against; do not serve it.
//
// Non-goals: TLS, other machines, several books, writing chapters.
package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"

	"byhand/tools/mdtest/internal/run"
)

// Options say what to serve and how. Root is needed.
type Options struct {
	Root  string // the book's folder
	Addr  string // what to listen on; empty means 127.0.0.1:0
	Cache string // package run's folder
	Runs  int    // how many runs at a time; 0 means 2
	run.Bounds

	// Done, if any, returns the tags of the steps that the reader has
	// passed. Several requests may ask at once.
	Done func() []string

	patience time.Duration // for a browser to read what it is sent; 0 means 10 seconds
}

// Server serves one book.
type Server struct {
	opts  Options
	ln    net.Listener
	guard *guard
	press *press
	runs  *runs
	http  *http.Server
	busy  sync.WaitGroup // handlers that may have something running
}

// Listen reads the book, which may be wrong, and binds the address. What is
// asked of the server is answered once Serve runs.
func Listen(opts Options) (*Server, error) {
	if opts.Addr == "" {
		opts.Addr = "127.0.0.1:0"
	}
	if opts.Runs <= 0 {
		opts.Runs = 2
	}
	if opts.patience <= 0 {
		opts.patience = 10 * time.Second
	}
	ln, err := listen(opts.Addr)
	if err != nil {
		return nil, err
	}
	p, err := newPress(opts.Root, opts.Cache)
	if err != nil {
		ln.Close()
		return nil, err
	}
	s := &Server{
		opts: opts, ln: ln, press: p, runs: newRuns(opts),
		guard: newGuard(ln.Addr().(*net.TCPAddr)),
	}
	s.http = &http.Server{
		Handler:           s.handler(),
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    1 << 16,
	}
	return s, nil
}

// URL returns the address to open. It holds the secret.
func (s *Server) URL() string { return s.guard.entry() }

// Serve serves and follows the book until ctx ends. When it returns,
// nothing that the server started runs any more.
func (s *Server) Serve(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	watched := make(chan error, 1)
	go func() { watched <- s.press.follow(ctx) }()
	s.http.BaseContext = func(net.Listener) context.Context { return ctx }
	stop := context.AfterFunc(ctx, func() { _ = s.http.Close() })
	defer stop()
	err := s.http.Serve(s.ln)
	if ctx.Err() != nil && errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	cancel()
	s.busy.Wait()
	return errors.Join(err, <-watched)
}

func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+s.guard.path("{$}"), s.guard.enter)
	mux.HandleFunc("GET "+s.guard.path(siteAt+"{page...}"), s.page)
	mux.HandleFunc("GET "+s.guard.path(siteAt+eventsAt), s.events)
	mux.HandleFunc("GET "+s.guard.path(siteAt+blocksAt), s.blocks)
	mux.HandleFunc("POST "+s.guard.path(siteAt+runAt), s.counted(s.run))
	return s.guard.check(mux)
}

// counted has Serve wait for the handler.
func (s *Server) counted(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.busy.Add(1)
		defer s.busy.Done()
		h(w, r)
	}
}

// Where things are below the random path. The site lies where it lies in
// the repository, so that relative links out of it mean what they mean from
// disk. No file of a site begins with a tilde.
const (
	siteAt   = "book/site/"
	eventsAt = "~events"
	blocksAt = "~blocks"
	runAt    = "~run"
	scriptAt = "~serve.js"
	styleAt  = "~serve.css"
)
