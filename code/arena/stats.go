package arena

import (
	"fmt"
	"io"
	"strings"
)

// Stats says how an arena is used, in bytes.
type Stats struct {
	Used  int // what is handed out, by scopes too
	Peak  int // the most that ever was
	Limit int
}

// Stats returns those of a.
func (a *Arena) Stats() Stats {
	off := a.top().off
	return Stats{
		Used:  int(off-a.start) * word,
		Peak:  int(max(a.peak, off)-a.start) * word,
		Limit: int(a.limit-a.start) * word,
	}
}

// top returns the innermost open scope.
func (a *Arena) top() *Arena {
	for a.inner != nil && a.inner.open {
		a = a.inner
	}
	return a
}

// Dump draws a in 60 cells: # is handed out, a letter is by a scope, -
// was before, . never was.
func (a *Arena) Dump(w io.Writer) error {
	const cells = 60
	bar := []byte(strings.Repeat(".", cells))
	fill := func(from, to uint32, with byte) {
		to = min(to, a.limit)
		all := uint64(max(1, a.limit-a.start))
		i := uint64(from-a.start) * cells / all
		for ; i*all < uint64(to-a.start)*cells; i++ {
			bar[i] = with
		}
	}
	fill(a.start, max(a.peak, a.top().off), '-')
	fill(a.start, a.off, '#')
	with := byte('a')
	for s := a; s != a.top(); with = min(with+1, 'z') {
		s = s.inner
		fill(s.start, s.off, with)
	}
	_, err := fmt.Fprintf(w, "[%s]\n", bar)
	return err
}
