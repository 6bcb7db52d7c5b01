package json

import (
	"slices"
	"strings"

	"byhand/code/serde"
)

// A span is an entry among the bytes of the encoder, or the bracket
// behind which the entries of a map begin.
type span struct {
	key        string
	start, end int
	bracket    bool
}

// A sortEncoder is the encoder while it writes a map to be sorted.
type sortEncoder encoder

func (o *sortEncoder) Entry(key string) (serde.Serializer, error) {
	e := (*encoder)(o)
	e.spans[len(e.spans)-1].end = len(e.b)
	e.next()
	e.spans = append(e.spans, span{key: key, start: len(e.b)})
	return e, e.name(key)
}

// arrange writes the entries anew, which begin at start, in order.
func (e *encoder) arrange(start int, entries []span) {
	slices.SortStableFunc(entries, func(a, b span) int {
		return strings.Compare(a.key, b.key)
	})
	old := slices.Clone(e.b[start:])
	e.b = e.b[:start]
	for _, s := range entries {
		e.next()
		e.b = append(e.b, old[s.start-start:s.end-start]...)
	}
}

func (o *sortEncoder) End() error {
	e := (*encoder)(o)
	e.spans[len(e.spans)-1].end = len(e.b)
	open := len(e.spans) - 1
	for !e.spans[open].bracket {
		open--
	}
	e.arrange(e.spans[open].start, e.spans[open+1:])
	e.spans = e.spans[:open]
	e.close('}')
	return nil
}
