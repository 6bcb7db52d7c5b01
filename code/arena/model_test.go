package arena

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
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
	case !hasScope && a.end != a.limit && a.epoch != retired:
		return "who has no scope has it all"
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
	bytes [][]byte // each filled with its place
	spans []Span[byte]
	texts []string
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
	s.bytes = append(s.bytes, filled(b, len(s.bytes)))
}

func (m *model) text(s *scope, n int) {
	text := s.Text(letters(len(s.texts), n))
	s.texts = append(s.texts, text)
	b := filled(make([]byte, n/2), ^len(s.spans))
	s.spans = append(s.spans, For[byte](s.Arena).Span(b))
}

// filled fills b with what tells its place.
func filled(b []byte, place int) []byte {
	for i := range b {
		b[i] = byte(place)
	}
	return b
}

// letters returns n of them that tell a place.
func letters(place, n int) string {
	return strings.Repeat(string(rune('a'+place%26)), n)
}

func (m *model) zero(b []byte) {
	if bytes.Count(b, []byte{0}) != len(b) {
		m.t.Fatal("not zero")
	}
}

// grow makes slice i longer, or a half of it, of which slice i itself
// mustn't notice.
func (m *model) grow(s *scope, i int, half bool) {
	if len(s.bytes) == 0 {
		return
	}
	i %= len(s.bytes)
	b := s.bytes[i]
	if len(b) >= s.room() {
		return
	}
	if half {
		b = slices.Clip(b[:len(b)/2])
		i, s.bytes = len(s.bytes), append(s.bytes, nil)
	}
	grown := For[byte](s.Arena).Append(b, 0)
	if !bytes.Equal(b, grown[:len(b)]) {
		m.t.Fatal("what has grown has changed")
	}
	m.zero(grown[len(b):cap(grown)])
	s.bytes[i] = filled(grown, i)
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
	case op == 4 && 2*n+word <= top.room():
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
	for i, b := range s.bytes {
		m.tells(b, i)
	}
	for i, span := range s.spans {
		m.tells(For[byte](s.Arena).All(span), ^i)
	}
	for i, text := range s.texts {
		if text != letters(i, len(text)) {
			m.t.Fatal("a text has changed")
		}
	}
}

func (m *model) tells(b []byte, place int) {
	if bytes.Count(b, []byte{byte(place)}) != len(b) {
		m.t.Fatal("a slice or a span has changed")
	}
}

func (m *model) checkStats(a *Arena) {
	s := a.Stats()
	if m.peak = max(m.peak, s.Used); s.Peak != m.peak && !a.guard {
		m.t.Fatal("the peak is", s.Peak, "and was", m.peak)
	}
	for _, c := range slices.Concat(m.closed, m.scopes) {
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
