package arena

import (
	"sync"
	"testing"
)

func TestOneGoroutineEach(t *testing.T) {
	a := New(1 << 20)
	For[int](a).Put(1)
	var all sync.WaitGroup
	for _, a := range []*Arena{a, New(1 << 20)} {
		all.Go(func() {
			for range 1000 {
				For[int](a).Put(1)
			}
		})
	}
	all.Wait()
}
