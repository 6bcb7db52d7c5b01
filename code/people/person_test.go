package people

import (
	"fmt"
	"strings"
	"testing"

	"byhand/code/serde"
	"github.com/stretchr/testify/require"
)

// words is a format that writes down what it is told.
type words struct {
	serde.Serializer // for what we don't use
	heard            []string
}

func (w *words) hear(format string, args ...any) error {
	w.heard = append(w.heard, fmt.Sprintf(format, args...))
	return nil
}

func (w *words) String(v string) error { return w.hear("%q", v) }

func (w *words) Uint(v uint64) error { return w.hear("%d", v) }

func (w *words) Struct(
	name string, n int,
) (serde.MapSerializer, error) {
	return w, w.hear("%s of %d:", name, n)
}

func (w *words) Entry(key string) (serde.Serializer, error) {
	return w, w.hear("%s", key)
}

func (w *words) End() error { return w.hear("end") }

func TestPersonSaysWhatSheIs(t *testing.T) {
	var w words
	bob := Person{Name: "Bob", Age: 40}
	ann := Person{Name: "Ann", Age: 34, Friends: People{bob}}
	require.NoError(t, ann.Serialize(&w))
	require.Equal(t, `Person of 3: name "Ann" age 34 friends `+
		`1 elements: Person of 3: name "Bob" age 40 friends `+
		`0 elements: end end end end`, strings.Join(w.heard, " "))
}

func (w *words) Seq(n int) (serde.SeqSerializer, error) {
	return w, w.hear("%d elements:", n)
}

func (w *words) Element() (serde.Serializer, error) { return w, nil }
