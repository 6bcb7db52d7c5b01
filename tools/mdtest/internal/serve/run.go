package serve

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"path"
	"sync"
	"time"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/markdown"
	"byhand/tools/mdtest/internal/run"
)

// vetting returns the console block that a listing is run as.
func vetting(b *chapter.Block) *chapter.Block {
	return &chapter.Block{
		Fence: &markdown.Fence{
			Line: b.Line, Lines: []markdown.Line{{Text: "$ go vet ./" + path.Dir(b.Path)}},
		},
		Info: chapter.Info{Lang: "console"}, Kind: chapter.Console,
		File: b.File, Section: b.Section, Under: b.Under,
	}
}

// runs are the runs that are going on.
type runs struct {
	opts Options

	mu     sync.Mutex
	pages  map[string]bool // one run for each
	runner *run.Runner
	base   string // of the book that the runner is for
}

func newRuns(opts Options) *runs { return &runs{opts: opts, pages: map[string]bool{}} }

// begin claims the page, or says why it can't.
func (rs *runs) begin(page string) string {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	switch {
	case rs.pages[page]:
		return "A run of this page is going on already: stop it first."
	case len(rs.pages) >= rs.opts.Runs:
		return "As many runs as may are going on already: stop one, on another page."
	}
	rs.pages[page] = true
	return ""
}

func (rs *runs) end(page string) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	delete(rs.pages, page)
}

// runnerFor returns what runs the checks of a book.
func (rs *runs) runnerFor(b *book.Book) (*run.Runner, error) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	base := b.Module + " " + b.Base.Hash()
	if rs.runner != nil && rs.base == base {
		return rs.runner, nil
	}
	r, err := run.New(&b.Book, run.Options{Workers: rs.opts.Runs, Cache: rs.opts.Cache})
	if err != nil {
		return nil, err
	}
	rs.runner, rs.base = r, base
	return r, nil
}

// wish is what a page asks to be run.
type wish struct {
	Page  string          `json:"page"`
	Block string          `json:"block"`
	Edits map[string]edit `json:"edits"`
}

// maxWish is how long it may be: it holds the listings that were edited.
const maxWish = 1 << 20

// said is a line of the answer.
type said struct {
	Command int     `json:"command"`
	Begin   string  `json:"begin,omitempty"`
	Output  string  `json:"output,omitempty"`
	End     *ended  `json:"end,omitempty"`
	Faults  []fault `json:"faults,omitempty"` // why nothing is run
	Skipped string  `json:"skipped,omitempty"`
	Error   string  `json:"error,omitempty"`
	Done    bool    `json:"done,omitempty"` // nothing follows
}

// ended says how a command ended. OK means: as the page says.
type ended struct {
	Code   int     `json:"code"`
	OK     bool    `json:"ok"`
	Killed string  `json:"killed,omitempty"`
	Faults []fault `json:"faults,omitempty"`
}

// run runs a block and answers with what happens as it happens, a line of
// JSON each. When the browser hangs up, the run ends.
func (s *Server) run(w http.ResponseWriter, r *http.Request) {
	var want wish
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxWish))
	if err == nil {
		err = json.Unmarshal(data, &want)
	}
	if err != nil {
		http.Error(w, "what is to be run: "+err.Error(), http.StatusBadRequest)
		return
	}
	if why := s.runs.begin(want.Page); why != "" {
		http.Error(w, why, http.StatusConflict)
		return
	}
	defer s.runs.end(want.Page)
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	w.Header().Set("Content-Type", "application/x-ndjson")
	a := &answer{enc: json.NewEncoder(w), c: http.NewResponseController(w), hangUp: cancel, patience: s.opts.patience}
	if err := s.live(ctx, want, a); err != nil && ctx.Err() == nil {
		a.say(said{Error: err.Error()})
	}
	a.say(said{Done: true})
}

// errNoBlock says that a page has changed since it was loaded.
var errNoBlock = errors.New("the page has no such block any more, or none that can be run")

func (s *Server) live(ctx context.Context, want wish, a *answer) error {
	b, c, err := s.press.chapter(want.Page)
	if err != nil {
		return err
	}
	e, faults := with(b, c, want.Page, want.Edits)
	if len(faults) > 0 {
		a.say(said{Faults: faults})
		return nil
	}
	check := e.check(want.Block)
	if check == nil {
		return errNoBlock
	}
	runner, err := s.runs.runnerFor(b)
	if err != nil {
		return err
	}
	skipped, err := runner.Live(ctx, check, s.opts.Bounds, func(ev run.Event) {
		line := said{Command: ev.Command, Begin: ev.Begin, Output: ev.Output}
		if ev.End != nil {
			line.End = &ended{
				Code: ev.End.Code, Killed: ev.End.Killed,
				OK: len(ev.End.Errors) == 0, Faults: e.faults(ev.End.Errors),
			}
		}
		a.say(line)
	})
	if skipped != "" {
		a.say(said{Skipped: skipped})
	}
	return err
}

// answer is what a page hears of a run. A page that does not listen has hung
// up.
type answer struct {
	enc    *json.Encoder
	c      *http.ResponseController
	hangUp context.CancelFunc

	patience time.Duration
}

func (a *answer) say(s said) {
	_ = a.c.SetWriteDeadline(time.Now().Add(a.patience))
	if a.enc.Encode(s) != nil || a.c.Flush() != nil {
		a.hangUp()
	}
}
