package arena

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// caller returns the file and line from which this package was called.
func caller() string {
	pc := make([]uintptr, 16)
	pc = pc[:runtime.Callers(1, pc)]
	frames := runtime.CallersFrames(pc)
	f, more := frames.Next()
	own := strings.TrimSuffix(f.Function, "caller")
	for more && strings.HasPrefix(f.Function, own) &&
		!strings.HasSuffix(f.File, "_test.go") {
		f, more = frames.Next()
	}
	return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
}

// trace says where values were put and epochs ended. It forgets
// nothing, which tests can afford.
type trace struct {
	put   map[[2]uint32]string // by epoch and word
	reset map[uint32]string    // by epoch
}

func (a *Arena) notePut(at uint32) {
	if a.trace.put == nil {
		a.trace.put = map[[2]uint32]string{}
		a.trace.reset = map[uint32]string{}
	}
	a.trace.put[[2]uint32{a.epoch, at}] = caller()
}

func (a *Arena) noteReset() {
	if a.trace.reset != nil {
		a.trace.reset[a.epoch] = caller()
	}
}

// history says what became of the value at a word in an epoch.
func (a *Arena) history(epoch, at uint32) string {
	put, ok := a.trace.put[[2]uint32{epoch, at}]
	switch {
	case ok:
		return fmt.Sprintf("; put at %s; taken back at %s",
			put, a.trace.reset[epoch])
	case tracing:
		return "; not put here, but in a scope, or elsewhere"
	}
	return ""
}
