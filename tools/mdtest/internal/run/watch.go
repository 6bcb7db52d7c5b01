package run

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// Apart is the process apart: it reads an assignment, carries it out and
// tells how it goes. When in ends it kills everything. It returns the exit
// status.
func Apart(in io.Reader, out io.Writer) int {
	adopt()
	r := bufio.NewReader(in)
	line, err := r.ReadBytes('\n')
	a := &assignment{}
	if err == nil {
		err = json.Unmarshal(line, a)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "mdtest %s: a part of mdtest serve: %v\n", ApartArg, err)
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(),
		os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGPIPE)
	defer stop()
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		_, _ = io.Copy(io.Discard, r)
		cancel()
	}()
	w := &watch{assignment: a, out: json.NewEncoder(out)}
	w.carryOut(ctx)
	sweep()
	return 0
}

// watch carries out an assignment.
type watch struct {
	*assignment
	ctx  context.Context
	kill context.CancelCauseFunc

	mu      sync.Mutex
	out     *json.Encoder
	command int
	printed int
	partial bool // the last thing told was a part of a line
}

// tooMuch is why a run is killed: it goes beyond its bounds.
type tooMuch string

func (t tooMuch) Error() string { return string(t) }

func (w *watch) carryOut(ctx context.Context) {
	ctx, cancel := context.WithTimeoutCause(ctx, w.Bounds.Time,
		tooMuch("it did not end within "+w.Bounds.Time.String()))
	defer cancel()
	w.ctx, w.kill = context.WithCancelCause(ctx)
	defer w.kill(nil)
	done := make(chan struct{})
	go w.look(done)
	// The confinement is one of the thread, and of what it starts.
	go func() {
		defer close(done)
		runtime.LockOSThread()
		confine(w.Writes)
		if w.Script != "" {
			w.script()
			return
		}
		for i, line := range w.Lines {
			if w.ctx.Err() != nil || !w.shell(i, line) {
				return
			}
		}
	}()
	<-done
}

// look keeps to the bounds, and lets go of parts of lines. When the run is
// to end, it kills whatever there is, until all is done: a testscript goes
// on with its next line.
func (w *watch) look(done <-chan struct{}) {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return
		case <-tick.C:
		case <-w.ctx.Done():
			sweep()
			time.Sleep(time.Millisecond)
			continue
		}
		n, mem := usage()
		switch {
		case n > w.Bounds.Processes:
			w.kill(tooMuch(fmt.Sprintf("it started more than %d processes", w.Bounds.Processes)))
		case mem > w.Bounds.Memory:
			w.kill(tooMuch(fmt.Sprintf("it used more than %d MiB of memory", w.Bounds.Memory>>20)))
		}
		w.mu.Lock()
		if w.partial {
			w.partial = false
			w.tell(report{Command: w.command, Flush: true})
		}
		w.mu.Unlock()
	}
}

// tell sends a report. That nobody hears it any more ends the run.
func (w *watch) tell(r report) {
	if err := w.out.Encode(r); err != nil {
		w.kill(err)
	}
}

// begin tells that a command begins.
func (w *watch) begin(i int, line string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.command, w.partial = i, false
	w.tell(report{Command: i, Begin: line})
}

// Write tells output, as much of it as the bounds allow for the whole run.
func (w *watch) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	room := w.Bounds.Output - w.printed
	w.printed += len(p)
	if part := p[:max(0, min(room, len(p)))]; len(part) > 0 {
		w.partial = part[len(part)-1] != '\n'
		w.tell(report{Command: w.command, Output: part})
	}
	if len(p) > room {
		w.kill(tooMuch(fmt.Sprintf("it printed more than %s", size(w.Bounds.Output))))
	}
	return len(p), nil
}

func size(n int) string {
	if n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

// end tells how a command ended; not if nobody wants to know.
func (w *watch) end(i, code int) bool {
	e := &ending{Code: code}
	var why tooMuch
	if cause := context.Cause(w.ctx); errors.As(cause, &why) {
		e.Killed = string(why)
	} else if cause != nil {
		return false
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.tell(report{Command: i, End: e})
	return e.Killed == ""
}

// shell runs a line and reports whether the next one may follow. What the
// line leaves behind is killed.
func (w *watch) shell(i int, line string) bool {
	w.begin(i, line)
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir, cmd.Env = w.Dir, w.Env
	cmd.Stdout, cmd.Stderr = w, w
	cmd.WaitDelay = time.Second
	group(cmd)
	cmd.Cancel = nil
	if err := cmd.Start(); err != nil {
		_, _ = fmt.Fprintln(w, err)
		return w.end(i, 127)
	}
	stop := context.AfterFunc(w.ctx, func() { killGroup(cmd) })
	defer stop()
	_ = cmd.Wait()
	killGroup(cmd)
	sweep()
	return w.end(i, cmd.ProcessState.ExitCode())
}

// script runs the testscript.
func (w *watch) script() {
	w.begin(0, "testscript")
	t := &plainT{}
	testscript.RunT(t, testscript.Params{
		Files: []string{w.Script}, WorkdirRoot: strings.TrimSuffix(w.Script, "/block.txtar"),
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, w.Env...)
			env.Cd = w.Dir
			runtime.LockOSThread()
			confine(w.Writes)
			return nil
		},
	})
	_, _ = io.WriteString(w, t.log.String())
	code := 0
	if t.failed {
		code = 1
	}
	w.end(0, code)
}
