package arena

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"unsafe"
)

// wrong says what is not as it should be with a and its scopes, or "".
func wrong(a *Arena) string {
	s := a.inner
	hasScope := s != nil && s.open
	switch {
	case a.start > a.off || a.off > a.end || a.end > a.limit:
		return "start <= off <= end <= limit"
	case a.first == 0 || a.epoch < a.first:
		return "an epoch is at least the first"
	case a.epoch == retired && a.off < a.end:
		return "who is retired is full"
	case hasScope && a.off < a.end:
		return "who has a scope is full"
	case hasScope && (s.start < a.off || s.limit != a.limit):
		return "a scope has the rest"
	case hasScope:
		return wrong(s)
	}
	return ""
}

// A model knows what an arena and its open scopes should hold.
type model struct {
	t      *testing.T
	scopes []scope
	stale  []Ref[uint64]
	count  uint64
}

type scope struct {
	*Arena
	want  map[Ref[uint64]]uint64
	bytes [][]byte // each filled with its length
}

// enter makes the model start on a, or on a scope.
func (m *model) enter(a *Arena) {
	m.scopes = append(m.scopes, scope{a, map[Ref[uint64]]uint64{}, nil})
}

// leave moves what is in scope i and those inside of it to the stale.
func (m *model) leave(i int) {
	for _, s := range m.scopes[i:] {
		for r := range s.want {
			m.stale = append(m.stale, r)
		}
	}
	m.scopes = m.scopes[:i]
}

func (m *model) put(s *scope) {
	m.count++
	room := s.off < s.end
	r, ok := For[uint64](s.Arena).TryPut(m.count)
	if ok != room {
		m.t.Fatal("there is room, and there is not")
	}
	if ok {
		s.want[r] = m.count
	}
}

func (m *model) slice(s *scope, n int) {
	if n > int(s.end-s.off)*word {
		return
	}
	b := For[byte](s.Arena).Slice(n)
	for i := range b {
		if b[i] != 0 {
			m.t.Fatal("not zero")
		}
		b[i] = byte(n)
	}
	s.bytes = append(s.bytes, b)
}

// grow makes slice i longer, where it is or elsewhere.
func (m *model) grow(s *scope, i int) {
	if len(s.bytes) == 0 {
		return
	}
	b := &s.bytes[i%len(s.bytes)]
	if 2*cap(*b)+word > int(s.end-s.off)*word {
		return
	}
	*b = For[byte](s.Arena).Append(*b, 0)
	for i := range *b {
		(*b)[i] = byte(len(*b))
	}
}

// step does an operation, in scope i where it can choose.
func (m *model) step(op, arg byte) {
	i := int(arg) % len(m.scopes)
	top := &m.scopes[len(m.scopes)-1]
	switch op % 8 {
	case 0:
		a := m.scopes[i].Arena
		a.Reset()
		m.leave(i)
		m.enter(a)
	case 1:
		if len(m.scopes) < 5 {
			m.enter(top.Mark())
		}
	case 2:
		if i > 0 {
			m.scopes[i].Release()
			m.leave(i)
		}
	case 3:
		m.slice(top, int(arg))
	case 4:
		m.grow(top, int(arg))
	default:
		m.put(top)
	}
}

func refused(ints Typed[uint64], r Ref[uint64]) (yes bool) {
	defer func() { _, yes = recover().(Stale) }()
	ints.At(r)
	return false
}

func (m *model) checkStale(ints Typed[uint64]) {
	for _, r := range m.stale {
		if !refused(ints, r) {
			m.t.Fatal("a stale reference was followed")
		}
	}
}

// check fails if anything isn't as it should be.
func (m *model) check() {
	if what := wrong(m.scopes[0].Arena); what != "" {
		m.t.Fatal("not true:", what)
	}
	for _, s := range m.scopes {
		ints := For[uint64](s.Arena)
		for r, want := range s.want {
			if *ints.At(r) != want {
				m.t.Fatal("a value has changed")
			}
		}
		for _, b := range s.bytes {
			if bytes.Count(b, []byte{byte(len(b))}) != len(b) {
				m.t.Fatal("a slice has changed")
			}
		}
		m.checkStale(ints)
	}
}

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
		m.stale = nil
	}
}

func TestOtherKindsOfArena(t *testing.T) {
	heap := newArena(unsafe.Pointer(&onHeap(1024)[0]))
	heap.begin(1, 1024/word-1)
	for _, a := range []*Arena{heap, NewGuarded(1 << 26)} {
		rng := rand.New(rand.NewPCG(3, 4))
		m := model{t: t}
		m.enter(a)
		for range 500 {
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
		for ; len(ops) > 1; ops = ops[2:] {
			m.step(ops[0], ops[1])
			m.check()
		}
	})
}
