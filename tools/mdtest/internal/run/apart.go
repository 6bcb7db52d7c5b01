package run

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// ApartArg is the argument that makes the program watch over a live run: it
// then calls Apart and nothing else.
//
// A live run has a process of its own above it, so that whatever the run
// starts can be found and killed: what loses its parent becomes that
// process's child (Linux), and when the server ends, however it ends, the
// pipe to that process closes, and it kills what is left.
const ApartArg = "run-apart"

// assignment is what the process apart has to do: the lines one after
// another, or the testscript.
type assignment struct {
	Lines  []string `json:",omitempty"`
	Script string   `json:",omitempty"` // a file in Dir's slot
	Dir    string
	Env    []string
	Writes []string
	Bounds Bounds
}

// report is what it tells.
type report struct {
	Command int
	Begin   string  `json:",omitempty"`
	Output  []byte  `json:",omitempty"`
	Flush   bool    `json:",omitempty"` // more of the line may be long in coming
	End     *ending `json:",omitempty"`
}

type ending struct {
	Code   int
	Killed string
}

// grace is how long the process apart may take to kill everything.
const grace = 5 * time.Second

// run starts a process apart, gives it the assignment and passes on what it
// tells. When ctx ends, so does all that the process has started.
func (a *assignment) run(ctx context.Context, hear func(report)) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(self, ApartArg)
	cmd.Stderr = os.Stderr
	group(cmd)
	cmd.Cancel = nil
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { in.Close() })
	defer stop()
	giveUp := context.AfterFunc(ctx, func() {
		time.AfterFunc(grace+time.Second, func() { _ = cmd.Process.Kill() })
	})
	defer giveUp()
	if err := json.NewEncoder(in).Encode(a); err != nil && ctx.Err() == nil {
		return errors.Join(err, cmd.Wait())
	}
	err = hearAll(out, hear)
	in.Close()
	err = errors.Join(err, cmd.Wait())
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

func hearAll(out io.Reader, hear func(report)) error {
	dec := json.NewDecoder(out)
	for {
		var rep report
		switch err := dec.Decode(&rep); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			_, _ = io.Copy(io.Discard, out)
			return fmt.Errorf("what watches over the run: %w", err)
		}
		hear(rep)
	}
}
