package run

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"runtime"
	"sync"
	"time"
)

// job is a process to run to its end.
type job struct {
	args    []string
	dir     string
	env     []string
	writes  []string // the folders it may write to; nil for anywhere
	timeout time.Duration
	apart   bool // keep standard error apart
	watch   func(line []byte)
}

// outcome is what became of a job.
type outcome struct {
	Out    string
	Err    string // standard error, if it was kept apart
	Code   int
	Killed string // why it was killed, or ""
}

// maxOutput is how much a command may print.
const maxOutput = 1 << 20

// run starts the job and waits for it. Whatever it started is dead when run
// returns.
func (j *job) run(ctx context.Context) (outcome, error) {
	if j.timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, j.timeout)
		defer cancel()
	}
	out, errOut := &limited{watch: j.watch}, &limited{}
	cmd := exec.CommandContext(ctx, j.args[0], j.args[1:]...)
	cmd.Dir, cmd.Env = j.dir, j.env
	cmd.Stdout, cmd.Stderr = out, out
	if j.apart {
		cmd.Stderr = errOut
	}
	cmd.WaitDelay = time.Second
	group(cmd)
	if err := j.start(cmd); err != nil {
		return outcome{}, err
	}
	err := cmd.Wait()
	killGroup(cmd)
	res := outcome{Out: out.String(), Err: errOut.String(), Code: cmd.ProcessState.ExitCode()}
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded) && j.timeout > 0:
		res.Killed = "it did not end within " + j.timeout.String()
	case ctx.Err() != nil:
		return res, ctx.Err()
	case out.full || errOut.full:
		res.Killed = "it printed more than 1 MiB"
	case err != nil && !isExit(err) && !errors.Is(err, exec.ErrWaitDelay):
		return res, err
	}
	return res, nil
}

func isExit(err error) bool {
	var exit *exec.ExitError
	return errors.As(err, &exit)
}

// start starts cmd, in a sandbox if the job has one. The sandbox is a
// property of the thread that the process is started from; the thread ends
// with its goroutine.
func (j *job) start(cmd *exec.Cmd) error {
	if j.writes == nil {
		return cmd.Start()
	}
	done := make(chan error)
	go func() {
		runtime.LockOSThread()
		confine(j.writes)
		done <- cmd.Start()
	}()
	return <-done
}

// limited is a buffer that stops growing at maxOutput.
type limited struct {
	mu    sync.Mutex
	buf   bytes.Buffer
	full  bool
	watch func(line []byte)
}

func (l *limited) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.watch != nil {
		l.watch(p)
	}
	if l.buf.Len()+len(p) > maxOutput && l.watch == nil {
		l.full = true
		return 0, errors.New("too much output")
	}
	return l.buf.Write(p)
}

func (l *limited) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}
