package arena

import (
	"math/rand/v2"
	"os"
	"testing"
)

// small returns an arena that will be full now and then.
func small() *Arena {
	a := New(1 << 16)
	a.begin(1, 64)
	return a
}

func TestTenThousandSchedules(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	m := model{t: t}
	m.enter(small())
	for range 10_000 {
		for range 20 {
			m.step(byte(rng.Uint32()), byte(rng.Uint32()))
			m.check()
		}
		m.step(0, 0)
		m.check()
		m.stale, m.closed = nil, nil
	}
}

func onHeapOnly() *Arena { return New(1000) }

func old() *Arena {
	a := small()
	a.epoch = retired - 50
	*a.turns = a.epoch
	return a
}

func guarded() *Arena {
	if !canProtect {
		return small()
	}
	return NewGuarded(6*os.Getpagesize() + 8)
}

func TestOtherKindsOfArena(t *testing.T) {
	for seed := range uint64(60) {
		kinds := []func() *Arena{onHeapOnly, old, guarded}
		m := model{t: t}
		m.enter(kinds[seed%3]())
		rng := rand.New(rand.NewPCG(seed, 0))
		for range 200 {
			m.step(byte(rng.Uint32()), byte(rng.Uint32()))
			m.check()
		}
	}
}

func FuzzArena(f *testing.F) {
	f.Add([]byte("put, mark, slice, release, reset"))
	f.Fuzz(func(t *testing.T, ops []byte) {
		m := model{t: t}
		m.enter(small())
		for range min(len(ops)/2, 200) { // as each is slower
			m.step(ops[0], ops[1])
			m.check()
			ops = ops[2:]
		}
	})
}
