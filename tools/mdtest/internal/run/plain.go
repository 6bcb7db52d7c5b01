package run

import (
	"fmt"
	"runtime"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

// plainT is a testscript.T outside of go test.
type plainT struct {
	mu     sync.Mutex
	log    strings.Builder
	failed bool
}

func (t *plainT) Skip(...any)    { runtime.Goexit() }
func (t *plainT) Fatal(a ...any) { t.Log(a...); t.FailNow() }
func (t *plainT) Parallel()      {}
func (t *plainT) Verbose() bool  { return false }

// FailNow ends the script.
func (t *plainT) FailNow() {
	t.mu.Lock()
	t.failed = true
	t.mu.Unlock()
	runtime.Goexit()
}

// Log keeps what the script says.
func (t *plainT) Log(a ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	fmt.Fprintln(&t.log, a...)
}

// Run runs f to its end, which FailNow may bring about early.
func (t *plainT) Run(_ string, f func(testscript.T)) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f(t)
	}()
	<-done
}
