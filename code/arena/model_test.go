package arena

import (
	"bytes"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// wrong says what is not as it should be with a and its scopes, or "".
func wrong(a *Arena) string {
	s, rest := a.inner, a.limit
	hasScope := s != nil && s.open
	if a.epoch == retired {
		rest = a.off
	}
	switch {
	case a.start > a.off || a.off > a.end || a.end > a.limit:
		return "start <= off <= end <= limit"
	case a.first == 0 || a.epoch < a.first:
		return "an epoch is at least the first"
	case a.epoch == retired && a.off < a.end:
		return "who is retired is full"
	case hasScope && a.off < a.end:
		return "who has a scope is full"
	case hasScope && (s.start < a.off || s.limit != rest):
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
	closed []scope
	stale  []Ref[uint64]
	count  uint64
	peak   int
}

type scope struct {
	*Arena
	want  map[Ref[uint64]]uint64
	bytes [][]byte // each filled with its length
	spans []Span[byte]
	texts []string // each of t's
}

func (s scope) room() int { return int(s.end-s.off) * word }

// enter makes the model start on a, or on a scope.
func (m *model) enter(a *Arena) {
	want := map[Ref[uint64]]uint64{}
	m.scopes = append(m.scopes, scope{Arena: a, want: want})
}

// leave moves what is in scope i and those inside of it to the stale,
// and those inside of it to the closed.
func (m *model) leave(i int) {
	for _, s := range m.scopes[i:] {
		for r := range s.want {
			m.stale = append(m.stale, r)
		}
	}
	m.closed = append(m.closed, m.scopes[i+1:]...)
	m.scopes = m.scopes[:i]
}

// ints hands out s's memory, by another arena's witness.
func (m *model) ints(s scope) Typed[uint64] {
	return For[uint64](m.scopes[0].Arena).In(s.Arena)
}

// failure returns what f panics with, or nil.
func failure(f func()) (why any) {
	defer func() { why = recover() }()
	f()
	return nil
}

func (m *model) put(s *scope) {
	m.count++
	full, ints := s.room() == 0, m.ints(*s)
	r, ok := ints.TryPut(m.count)
	if ok == full {
		m.t.Fatal("there is room, and there is not")
	}
	if ok {
		s.want[r] = m.count
	} else if failure(func() { ints.Put(0) }) == nil {
		m.t.Fatal("who is full took more")
	}
}

func (m *model) slice(s *scope, n int) {
	b := For[byte](s.Arena).Slice(n)
	m.zero(b[:cap(b)])
	s.bytes = append(s.bytes, filled(b))
}

func (m *model) zero(b []byte) {
	if bytes.Count(b, []byte{0}) != len(b) {
		m.t.Fatal("not zero")
	}
}

func (m *model) text(s *scope, n int) {
	text := s.Text(strings.Repeat("t", n))
	s.texts = append(s.texts, text)
	span := For[byte](s.Arena).Span(filled(make([]byte, n/2)))
	s.spans = append(s.spans, span)
}

// filled fills b with its length.
func filled(b []byte) []byte {
	for i := range b {
		b[i] = byte(len(b))
	}
	return b
}

// grow makes slice i longer, or a half of it, of which slice i itself
// mustn't notice.
func (m *model) grow(s *scope, i int, half bool) {
	if len(s.bytes) == 0 {
		return
	}
	i %= len(s.bytes)
	b, n := s.bytes[i], len(s.bytes[i])/2
	switch {
	case len(b) >= s.room():
		return
	case half:
		b = For[byte](s.Arena).Append(b[:n:n], 0)
		s.bytes = append(s.bytes, filled(b))
	default:
		b = For[byte](s.Arena).Append(b, 0)
		s.bytes[i] = filled(b)
	}
	m.zero(b[len(b):cap(b)])
}

// step does an operation, in scope i where it can choose.
func (m *model) step(op, arg byte) {
	i, n := int(arg)%len(m.scopes), int(arg)
	top := &m.scopes[len(m.scopes)-1]
	switch op %= 10; {
	case op == 0:
		a := m.scopes[i].Arena
		a.Reset()
		m.leave(i)
		m.enter(a)
	case op == 1 && len(m.scopes) < 5:
		m.enter(top.Mark())
	case op == 2 && i > 0:
		m.scopes[i].Release()
		m.closed = append(m.closed, m.scopes[i])
		m.leave(i)
	case op == 3 && n <= top.room():
		m.slice(top, n)
	case op == 4 && 2*n <= top.room():
		m.text(top, n)
	case op == 5 || op == 6:
		m.grow(top, n, op == 6)
	case op > 6:
		m.put(top)
	}
}

func (m *model) checkGone(ints Typed[uint64]) {
	for _, r := range m.stale {
		_, ok := failure(func() { ints.At(r) }).(Stale)
		if !ok {
			m.t.Fatal("a stale reference was followed")
		}
	}
	for _, s := range m.closed {
		late := func() { ints.In(s.Arena).Put(0) }
		if failure(late) == nil || failure(s.Release) == nil {
			m.t.Fatal("a closed scope was not")
		}
	}
}

func (m *model) checkValues(s scope, ints Typed[uint64]) {
	for r, want := range s.want {
		if *ints.At(r) != want || *ints.Follow(r.Rel()) != want {
			m.t.Fatal("a value has changed")
		}
	}
	all := slices.Clone(s.bytes)
	for _, span := range s.spans {
		all = append(all, For[byte](s.Arena).All(span))
	}
	for _, b := range all {
		if bytes.Count(b, []byte{byte(len(b))}) != len(b) {
			m.t.Fatal("a slice or a span has changed")
		}
	}
	for _, text := range s.texts {
		if text != strings.Repeat("t", len(text)) {
			m.t.Fatal("a text has changed")
		}
	}
}

func (m *model) checkStats(a *Arena) {
	s := a.Stats()
	if m.peak = max(m.peak, s.Used); s.Peak != m.peak && !a.guard {
		m.t.Fatal("the peak is", s.Peak, "and was", m.peak)
	}
	for _, c := range append(m.closed, m.scopes...) {
		c.Dump(io.Discard)
	}
}

// check fails if anything isn't as it should be.
func (m *model) check() {
	m.checkStats(m.scopes[0].Arena)
	if what := wrong(m.scopes[0].Arena); what != "" {
		m.t.Fatal("not true:", what)
	}
	for _, s := range m.scopes {
		ints, next := m.ints(s), Span[uint64]{at: s.off, n: 1}
		m.checkValues(s, ints)
		link := Rel[uint64]{at: next.at}
		if failure(func() { ints.Follow(link) }) == nil ||
			failure(func() { ints.All(next) }) == nil {
			m.t.Fatal("a link led to what is free")
		}
		m.checkGone(ints)
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
		m.stale, m.closed = nil, nil
	}
}

func TestOtherKindsOfArena(t *testing.T) {
	heap, guarded, old := New(1000), NewGuarded(1<<26), small()
	old.epoch, *old.turns = retired-100, retired-100
	for _, a := range []*Arena{heap, guarded, old} {
		rng := rand.New(rand.NewPCG(3, 4))
		m := model{t: t}
		m.enter(a)
		for range 500 {
			m.step(byte(rng.Uint32()), byte(rng.Uint32()))
			m.check()
		}
	}
	require.Equal(t, uint32(retired), old.epoch)
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
