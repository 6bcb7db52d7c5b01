package run

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/tangle"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == ApartArg {
		os.Exit(Apart(os.Stdin, os.Stdout))
	}
	os.Exit(m.Run())
}

// liveRun is a live run of a book's only check that can be run.
type liveRun struct {
	mu     sync.Mutex
	output string
	ends   []*End
	began  []string
	err    error
	took   time.Duration
}

func (l *liveRun) hear(e Event) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.output += e.Output
	if e.Begin != "" {
		l.began = append(l.began, e.Begin)
	}
	if e.End != nil {
		l.ends = append(l.ends, e.End)
	}
}

func (l *liveRun) printed() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.output
}

// live runs the block of a chapter of one section.
func runLive(t *testing.T, ctx context.Context, block string, b Bounds) *liveRun {
	t.Helper()
	l := &liveRun{}
	liveInto(t, ctx, block, b, l)
	return l
}

func liveInto(t *testing.T, ctx context.Context, block string, b Bounds, l *liveRun) {
	t.Helper()
	root := t.TempDir()
	files := map[string]string{
		"go.mod": "module byhand\n\ngo 1.26\n", "book/SUMMARY.md": "# B\n\n- [A](../chapters/00-a.md)\n",
		"chapters/00-a.md": "# A\n\n## B\n\n```go code/main.go\npackage main\n\nfunc main() { println(1) }\n```\n\n" + block,
	}
	for name, text := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(root, name)), 0o777))
		require.NoError(t, os.WriteFile(filepath.Join(root, name), []byte(text), 0o666))
	}
	bk, err := book.Load(root)
	require.NoError(t, err)
	p, err := tangle.Tangle(&bk.Book)
	require.NoError(t, err)
	r, err := New(&bk.Book, Options{Cache: t.TempDir()})
	require.NoError(t, err)
	for _, c := range p.Checks() {
		if c.Kind == tangle.Shell || c.Kind == tangle.Script {
			start := time.Now()
			_, l.err = r.Live(ctx, c, b, l.hear)
			l.took = time.Since(start)
		}
	}
}

func console(lines string) string { return "```console\n" + lines + "\n```\n" }

func TestLiveTellsEachCommandAndWhetherThePageIsRight(t *testing.T) {
	l := runLive(t, t.Context(), console("$ echo one; cat code/main.go | head -1\none\npackage main\n$ pwd\nelsewhere\n$ echo three\nthree"), Bounds{})
	require.NoError(t, l.err)
	require.Equal(t, []string{"echo one; cat code/main.go | head -1", "pwd", "echo three"}, l.began)
	require.Equal(t, "one\npackage main\n.\nthree\n", l.output)
	require.Len(t, l.ends, 3)
	require.Empty(t, l.ends[0].Errors)
	require.Empty(t, l.ends[2].Errors)
	require.Equal(t, "chapters/00-a.md:16: the page shows another output than the command printed (00-a/01-b)\n\t- elsewhere\n\t+ .",
		l.ends[1].Errors[0].Error())
}

func TestLiveNamesTheLineOfACompileError(t *testing.T) {
	l := runLive(t, t.Context(), "```go code/main.go red\nfunc main() { x }\n```\n\n"+console("$ go run ./code\n")+"\n```go code/main.go\nfunc main() {}\n```\n", Bounds{})
	require.NoError(t, l.err)
	require.Equal(t, 1, l.ends[0].Code)
	require.Equal(t, "chapters/00-a.md:16: $ go run ./code: exit status 1 (00-a/01-b, code/main.go:3)", l.ends[0].Errors[0].Error())
	require.Equal(t, "chapters/00-a.md:12: undefined: x (00-a/01-b, code/main.go:3)", l.ends[0].Errors[1].Error())
}

func TestLiveTestscript(t *testing.T) {
	l := runLive(t, t.Context(), "```testscript\nexec cat code/main.go\nstdout main\nexec false\n```\n", Bounds{})
	require.NoError(t, l.err)
	require.Contains(t, l.output, "package main")
	require.Equal(t, 1, l.ends[0].Code)
	require.Equal(t, 14, l.ends[0].Errors[0].Line)
	l = runLive(t, t.Context(), "```testscript\nexec cat code/main.go\n```\n", Bounds{})
	require.Empty(t, l.ends[0].Errors)
}

// unruly forks, leaves its session and ignores what it can.
const unruly = `trap '' TERM INT HUP; echo up; ` +
	`for i in 1 2 3; do (trap '' TERM; setsid sh -c 'trap "" TERM; sleep 61.5; sleep 61.5' & sleep 61.5 & wait) & done; ` +
	`sleep 61.5; wait`

// alive counts the processes that unruly commands have started.
func alive() int {
	n := 0
	dirs, _ := filepath.Glob("/proc/[0-9]*")
	for _, d := range dirs {
		args, _ := os.ReadFile(d + "/cmdline")
		if strings.Contains(string(args), "61.5") {
			n++
		}
	}
	return n
}

func needProc(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("what a run leaves behind is found on Linux alone")
	}
	require.Zero(t, alive(), "from an earlier test")
}

func TestLiveLeavesNoProcess(t *testing.T) {
	for _, how := range []string{"stopped", "late", "prints too much", "commands end"} {
		for _, block := range []string{"console", "testscript"} {
			t.Run(how+" "+block, func(t *testing.T) {
				needProc(t)
				ctx, stop := context.WithCancel(t.Context())
				defer stop()
				line, b, want := unruly, Bounds{}, ""
				switch how {
				case "late":
					b.Time, want = 700*time.Millisecond, "it did not end within 700ms"
				case "prints too much":
					line, want = strings.Replace(unruly, "sleep 61.5; wait", "yes", 1), "it printed more than 1 MiB"
				case "commands end":
					line = strings.Replace(unruly, "sleep 61.5; wait", "sleep 0.3", 1)
				}
				text := console("$ " + line + "\nup")
				if block == "testscript" {
					if how == "prints too much" || how == "commands end" {
						t.Skip("a testscript keeps its output, and waits for whoever may print")
					}
					text = "```testscript\nexec sh -c '" + strings.ReplaceAll(line, "'", "''") + "'\n```\n"
				}
				if how == "stopped" {
					time.AfterFunc(700*time.Millisecond, stop)
				}
				l := runLive(t, ctx, text, b)
				require.Zero(t, alive())
				require.Less(t, l.took, 6*time.Second)
				if how == "stopped" {
					require.ErrorIs(t, l.err, context.Canceled)
					return
				}
				require.NoError(t, l.err)
				require.Equal(t, want, l.ends[len(l.ends)-1].Killed)
			})
		}
	}
}

func TestLiveBoundsProcessesAndMemory(t *testing.T) {
	needProc(t)
	l := runLive(t, t.Context(), console("$ for i in $(seq 40); do sleep 61.5 & done; wait"), Bounds{Processes: 20})
	require.Zero(t, alive())
	require.Equal(t, "it started more than 20 processes", l.ends[0].Killed)
	l = runLive(t, t.Context(), console("$ head -c 300000000 /dev/zero | tail -c 300000000 | sleep 61.5"), Bounds{Memory: 100 << 20})
	require.Zero(t, alive())
	require.Equal(t, "it used more than 100 MiB of memory", l.ends[0].Killed)
}

// A bomb that is bounded, should it not be stopped: 2^9 processes.
func TestLiveEndsAForkBomb(t *testing.T) {
	needProc(t)
	l := runLive(t, t.Context(), console("$ b() { [ $1 -gt 0 ] && { b $(($1-1)) & setsid sleep 61.5 & b $(($1-1)); }; sleep 61.5; }; b 9"), Bounds{Processes: 64})
	require.Zero(t, alive())
	require.Equal(t, "it started more than 64 processes", l.ends[0].Killed)
}

func TestLiveCutsOutput(t *testing.T) {
	l := runLive(t, t.Context(), console("$ yes 123456789"), Bounds{Output: 1000})
	require.Equal(t, strings.Repeat("123456789\n", 100), l.output)
	require.Equal(t, "it printed more than 1000 bytes", l.ends[0].Killed)
}

func TestLiveTellsOutputAsItComes(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	l := &liveRun{}
	go func() {
		for l.printed() != "a line\na part" && ctx.Err() == nil {
			time.Sleep(5 * time.Millisecond)
		}
		stop()
	}()
	liveInto(t, ctx, console("$ echo a line; printf 'a part'; sleep 61.5"), Bounds{Time: 20 * time.Second}, l)
	require.ErrorIs(t, l.err, context.Canceled)
	require.Less(t, l.took, 10*time.Second)
}

func TestLiveIsConfined(t *testing.T) {
	if _, err := os.Stat("/proc/self"); err != nil {
		t.Skip("no Landlock")
	}
	name := filepath.Join(t.TempDir(), "stray"+strconv.Itoa(os.Getpid()))
	l := runLive(t, t.Context(), console("$ echo x > "+name), Bounds{})
	if len(l.ends[0].Errors) == 0 {
		t.Skip("no Landlock")
	}
	require.NoFileExists(t, name)
}
