package run

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestRunsShareSlots: two runs of mdtest get on in the same slots. Nobody
// keeps one between blocks, so neither waits for what the other keeps.
func TestRunsShareSlots(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	dir := t.TempDir()
	var held [3]sync.Mutex // by number: one holder at a time
	var all sync.WaitGroup
	for range 2 {
		p := newPool(dir, "slot", 2)
		for range 4 {
			all.Go(func() {
				for range 20 {
					s, err := p.lease(ctx)
					if err != nil {
						t.Error(err)
						return
					}
					if !held[s.n].TryLock() {
						t.Error("held twice:", s.n)
						return
					}
					time.Sleep(time.Millisecond)
					held[s.n].Unlock()
					p.release(s)
				}
			})
		}
	}
	all.Wait()
}

// TestAWaitForASlotEnds: who stops waiting gets the slot neither then nor
// later.
func TestAWaitForASlotEnds(t *testing.T) {
	dir := t.TempDir()
	mine, other := newPool(dir, "slot", 1), newPool(dir, "slot", 1)
	s, err := other.lease(t.Context())
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	_, err = mine.lease(ctx)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	other.release(s)
	for _, p := range []*pool{mine, other} {
		s, err := p.lease(t.Context())
		require.NoError(t, err)
		p.release(s)
	}
}
