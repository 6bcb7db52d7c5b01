package arena

import "fmt"

// Stale is the panic of who follows a reference that leads nowhere.
type Stale struct {
	arena          *Arena
	at, epoch, now uint32
}

func (s Stale) Error() string {
	a, what := s.arena, ""
	switch {
	case s.epoch == 0:
		what = "a reference that is zero or lost"
	case s.epoch < a.first || s.epoch >= s.now:
		what = "a reference of another arena, or scope"
	default:
		what = fmt.Sprintf("a reference of epoch %d, now is %d",
			s.epoch-a.first+1, s.now-a.first+1)
		what += a.history(s.epoch, s.at)
	}
	if a.outer != nil {
		what = "a scope of it: " + what
	}
	return fmt.Sprintf("arena of %s: %s", a.made, what)
}
