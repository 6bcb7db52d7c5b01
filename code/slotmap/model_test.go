package slotmap

import (
	"maps"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// twin is a Map, and a Go map of what it should hold.
type twin struct {
	m     Map[byte]
	model map[Key]byte
	keys  []Key // all that were ever handed out
}

// insert does to both what Insert should do.
func (w *twin) insert(t *testing.T, b byte) {
	key := w.m.Insert(b)
	require.NotContains(t, w.keys, key, "handed out twice")
	w.keys = append(w.keys, key)
	w.model[key] = b
}

// step does the operation that b stands for to both.
func (w *twin) step(t *testing.T, b byte) {
	if b%3 == 0 || len(w.keys) == 0 {
		w.insert(t, b)
		return
	}
	back := int(b/3) % len(w.keys) // 0 is the newest key
	key := w.keys[len(w.keys)-1-back]
	_, live := w.model[key]
	if b%3 == 1 {
		require.Equal(t, live, w.m.Remove(key))
		delete(w.model, key)
		return
	}
	require.Equal(t, live, w.m.Set(key, b))
	if live {
		w.model[key] = b
	}
}

// check compares the two in full.
func (w *twin) check(t *testing.T) {
	for _, key := range w.keys {
		want, live := w.model[key]
		got, ok := w.m.Get(key)
		if got != want || ok != live {
			t.Fatalf("Get(%v) is %v, %v; should be %v, %v",
				key, got, ok, want, live)
		}
	}
	require.Equal(t, w.model, maps.Collect(w.m.All()))
	require.Equal(t, len(w.model), w.m.Len())
}

// replay runs a program, one operation a byte.
func replay(t *testing.T, program []byte) {
	w := twin{model: map[Key]byte{}}
	for _, b := range program {
		w.step(t, b)
		w.check(t)
	}
}

func TestMapAgreesWithModel(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		program := make([]byte, 100)
		for i := range program {
			program[i] = byte(random.Uint32())
		}
		replay(t, program)
	}
}

func FuzzMapAgreesWithModel(f *testing.F) {
	f.Add([]byte("insert, remove, insert"))
	f.Fuzz(func(t *testing.T, program []byte) {
		replay(t, program[:min(len(program), 100)])
	})
}
