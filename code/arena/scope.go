package arena

// Mark opens a scope: an arena of all that a has left. It ends with its
// Release, or with a's Reset or Release, and a Release after that
// panics. Until then a is full, and what it has handed out stays valid.
func (a *Arena) Mark() *Arena {
	if a.outer != nil && !a.open || a.inner != nil && a.inner.open {
		panic("arena: Mark while a scope is open, or after Release")
	}
	s := &Arena{base: a.base, turns: a.turns, outer: a, open: true}
	s.made = a.made
	s.begin(a.off, a.end)
	if s.guard = a.guard; s.guard {
		s.begin(s.nextPage(a.off), a.end)
	}
	s.turn()
	s.first = s.epoch
	a.inner, a.end = s, a.off
	return s
}

// Release takes back all that the scope handed out, and gives the room
// back to the arena around it.
func (a *Arena) Release() {
	if !a.open {
		panic("arena: Release of what is no open scope")
	}
	a.Reset()
	a.outer.off, a.outer.end = a.start, a.limit
	a.open = false
	a.begin(a.start, a.start) // no room, ever
}
