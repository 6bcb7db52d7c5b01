package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"time"
)

// reader is a browser that has a page on its screen.
type reader struct {
	name string
	news chan struct{}
}

// maxReaders is how many may look at once.
const maxReaders = 64

func (p *press) join(name string) *reader {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.readers) >= maxReaders {
		return nil
	}
	r := &reader{name: name, news: make(chan struct{}, 1)}
	p.readers[r] = true
	return r
}

func (p *press) leave(r *reader) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.readers, r)
}

// onScreen returns the pages that somebody looks at.
func (p *press) onScreen() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var names []string
	for r := range p.readers {
		names = append(names, r.name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// tell wakes those who look at a page. Whoever calls it holds mu.
func (p *press) tell(name string) {
	for r := range p.readers {
		if r.name == name {
			r.wake()
		}
	}
}

func (p *press) tellAll() {
	for r := range p.readers {
		r.wake()
	}
}

func (r *reader) wake() {
	select {
	case r.news <- struct{}{}:
	default:
	}
}

// update tells a browser what has changed on its page.
type update struct {
	From    string   `json:"from"`
	To      string   `json:"to"`
	Blocks  int      `json:"blocks"`  // how many there are afterwards
	Changes []change `json:"changes"` // from the last to the first
	Reload  bool     `json:"reload"`  // changes of blocks are not enough
}

// events sends what happens to a page as server-sent events: update, faults,
// gone.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	p, name := s.press, r.URL.Query().Get("page")
	reader := p.join(name)
	if reader == nil {
		http.Error(w, "too many pages are open", http.StatusServiceUnavailable)
		return
	}
	defer p.leave(reader)
	w.Header().Set("Content-Type", "text/event-stream")
	f := &feed{w: w, c: http.NewResponseController(w), press: p, name: name, told: -1, patience: s.opts.patience}
	f.version = r.URL.Query().Get("version")
	alive := time.NewTicker(20 * time.Second)
	defer alive.Stop()
	for f.send() == nil {
		select {
		case <-r.Context().Done():
			return
		case <-reader.news:
		case <-alive.C:
			f.alive()
		}
	}
}

// feed is what a browser has been told.
type feed struct {
	w       http.ResponseWriter
	c       *http.ResponseController
	press   *press
	name    string
	version string // of the page on its screen
	told    int    // the faults
	err     error

	patience time.Duration
}

// send tells what is new.
func (f *feed) send() error {
	p := f.press
	p.mu.Lock()
	now, have := p.last[f.name], p.known[f.version]
	faults, told := p.faults, p.told
	p.mu.Unlock()
	if now != nil && now.version != f.version {
		u := update{From: f.version, To: now.version, Reload: true}
		if have != nil && have.name == f.name {
			if cs, ok := have.changes(now); ok {
				u.Changes, u.Reload, u.Blocks = cs, false, len(now.blocks)
			}
		}
		f.event("update", u)
		f.version = now.version
	}
	if told != f.told {
		if faults == nil {
			faults = []fault{}
		}
		f.event("faults", faults)
		f.told = told
	}
	if f.err == nil {
		f.err = f.c.Flush()
	}
	return f.err
}

// alive says nothing: it finds out whether somebody listens.
func (f *feed) alive() {
	_ = f.c.SetWriteDeadline(time.Now().Add(f.patience))
	_, f.err = fmt.Fprint(f.w, ": alive\n\n")
}

func (f *feed) event(kind string, v any) {
	_ = f.c.SetWriteDeadline(time.Now().Add(f.patience))
	data, err := json.Marshal(v)
	if err == nil {
		_, err = fmt.Fprintf(f.w, "event: %s\ndata: %s\n\n", kind, data)
	}
	if f.err == nil {
		f.err = err
	}
}
