package serve

import (
	"context"
	"encoding/json"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/run"
)

func TestRunsABlockAndComparesIt(t *testing.T) {
	s := start(t)
	out := lines(t, s.ask(t.Context(), wish{Page: "00-one.html", Block: "step:2"}))
	require.Equal(t, []said{
		{Begin: "go run ./code"}, {Output: "one\n"}, {End: &ended{OK: true}}, {Done: true},
	}, out)
	out = lines(t, s.ask(t.Context(), wish{Page: "00-one.html", Block: "step:4"}))
	require.True(t, out[len(out)-2].End.OK, "a testscript")
	out = lines(t, s.ask(t.Context(), wish{Page: "01-two.html", Block: "step:2"}))
	require.Equal(t, "main.go\ntwo\n", out[1].Output, "on the tree at that point")
	out = lines(t, s.ask(t.Context(), wish{Page: "01-two.html", Block: "step:9"}))
	require.Equal(t, errNoBlock.Error(), out[0].Error)
	out = lines(t, s.ask(t.Context(), wish{Page: "index.html", Block: "step:9"}))
	require.Equal(t, errNoChapter.Error(), out[0].Error)
}

func TestRunsWithEdits(t *testing.T) {
	s := start(t)
	var known []block
	require.NoError(t, json.NewDecoder(s.get(s.base+blocksAt+"?page=00-one.html").Body).Decode(&known))
	require.Equal(t, []string{"step:1 edits", "step:2 runs", "step:3 runs", "step:4 runs"},
		[]string{known[0].ID + " " + known[0].Does, known[1].ID + " " + known[1].Does, known[2].ID + " " + known[2].Does, known[3].ID + " " + known[3].Does})
	try := func(block, text string) []said {
		return lines(t, s.ask(t.Context(), wish{Page: "00-one.html", Block: block, Edits: map[string]edit{
			"step:1": {Hash: known[0].Hash, Text: text},
		}}))
	}
	out := try("step:2", "package main\n\nfunc main() {\n\tprintln(\"```\\n# mine\")\n}\n")
	require.Equal(t, "```\n# mine\n", out[1].Output)
	require.False(t, out[2].End.OK)

	out = try("step:2", "package main\n\nfunc main() {\n\tx := 1\n}\n")
	end := out[len(out)-2].End
	require.Equal(t, 1, end.Code)
	last := end.Faults[len(end.Faults)-1]
	require.Equal(t, "declared and not used: x", last.Msg)
	require.Equal(t, "step:1", last.Block)
	require.Equal(t, 4, last.Line)

	out = try("step:1", "package main\n\nfunc main() {}\n\nfunc f() { x }\n")
	end = out[len(out)-2].End
	last = end.Faults[len(end.Faults)-1]
	require.Equal(t, "go vet ./code", out[0].Begin, "a listing is run by compiling it")
	require.Equal(t, 5, last.Line)

	out = try("step:2", "package main\n\nfunc {\n")
	require.Equal(t, 3, out[0].Faults[0].Line)
	require.Equal(t, "step:1", out[0].Faults[0].Block)

	out = lines(t, s.ask(t.Context(), wish{Page: "00-one.html", Block: "step:2", Edits: map[string]edit{
		"step:1": {Hash: "another", Text: "package main\n"},
	}}))
	require.Contains(t, out[0].Faults[0].Msg, "another listing here than the one that you have edited")
	out = lines(t, s.ask(t.Context(), wish{Page: "00-one.html", Block: "step:2"}))
	require.Equal(t, "one\n", out[1].Output, "an edit holds for its request alone")
}

func needProc(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("what a run leaves behind is found on Linux alone")
	}
	require.Zero(t, alive(), "from an earlier test")
}

// begun asks for the unruly block and waits for its first output.
func (s *site) begun(ctx context.Context, page string) *http.Response {
	s.Helper()
	res := s.ask(ctx, wish{Page: page, Block: "step:3"})
	require.Equal(s, 200, res.StatusCode)
	dec := json.NewDecoder(res.Body)
	for {
		var out said
		require.NoError(s, dec.Decode(&out))
		if strings.Contains(out.Output, "up") {
			require.NotZero(s, alive())
			return res
		}
	}
}

func gone(t *testing.T) {
	t.Helper()
	require.Eventually(t, func() bool { return alive() == 0 }, 8*time.Second, 10*time.Millisecond, "what was started has ended")
}

func TestHangingUpEndsARun(t *testing.T) {
	needProc(t)
	s := start(t)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	s.begun(ctx, "00-one.html")
	stop()
	gone(t)
	require.Eventually(t, func() bool { return s.runs.begin("00-one.html") == "" }, 5*time.Second, 10*time.Millisecond)
}

func TestTheServersEndEndsARun(t *testing.T) {
	needProc(t)
	s := start(t)
	s.begun(t.Context(), "00-one.html")
	s.stop()
	require.Zero(t, alive())
}

func TestTimeEndsARun(t *testing.T) {
	needProc(t)
	s := start(t, func(o *Options) { o.Bounds = run.Bounds{Time: time.Second} })
	out := lines(t, s.ask(t.Context(), wish{Page: "00-one.html", Block: "step:3"}))
	require.Equal(t, "it did not end within 1s", out[len(out)-2].End.Killed)
	require.Zero(t, alive())
}

func TestOneRunOfAPageAndTwoInAll(t *testing.T) {
	needProc(t)
	s := start(t, func(o *Options) { o.Runs = 2 })
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	s.begun(ctx, "00-one.html")
	res := s.ask(t.Context(), wish{Page: "00-one.html", Block: "step:2"})
	require.Equal(t, 409, res.StatusCode)
	require.Contains(t, text(t, res), "A run of this page is going on already")
	out := lines(t, s.ask(t.Context(), wish{Page: "01-two.html", Block: "step:2"}))
	require.True(t, out[len(out)-2].End.OK, "another page's run beside it")
	require.Empty(t, s.runs.begin("some page"))
	res = s.ask(t.Context(), wish{Page: "01-two.html", Block: "step:2"})
	require.Equal(t, 409, res.StatusCode)
	require.Contains(t, text(t, res), "As many runs as may")
	stop()
	gone(t)
}

func TestAWishMayNotBeLong(t *testing.T) {
	s := start(t)
	res := s.ask(t.Context(), wish{Page: "00-one.html", Block: strings.Repeat("x", maxWish)})
	require.Equal(t, 400, res.StatusCode)
}

// A browser that asks for a run and reads nothing holds nobody up for long:
// what the run prints is bounded, and so is the time to take it.
func TestABrowserThatDoesNotReadEndsItsRun(t *testing.T) {
	needProc(t)
	s := start(t, func(o *Options) {
		o.patience = time.Second
		o.Bounds = run.Bounds{Output: 1 << 26, Time: time.Minute}
	})
	text := strings.Replace(smallBook["chapters/00-one.md"], unruly, "(setsid sleep 62.5 &) ; yes", 1)
	save(t, s.root, "chapters/00-one.md", text)
	require.Eventually(t, func() bool {
		_, c, err := s.press.chapter("00-one.html")
		return err == nil && strings.Contains(string(c.Doc.Source), "yes")
	}, 10*time.Second, 10*time.Millisecond)
	res := s.ask(t.Context(), wish{Page: "00-one.html", Block: "step:3"})
	require.Equal(t, 200, res.StatusCode)
	require.Eventually(t, func() bool { return s.runs.begin("00-one.html") == "" }, 20*time.Second, 50*time.Millisecond)
	gone(t)
}
