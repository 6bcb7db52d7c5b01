package pack

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/people"
	"byhand/code/serde"
)

var (
	bob = people.Person{Name: "Bob", Age: 40, Friends: people.People{}}
	ann = people.Person{
		Name: "Ann", Age: 200, Friends: people.People{bob},
	}
)

func TestPersonPacked(t *testing.T) {
	b, err := To(ann)
	require.NoError(t, err)
	require.Equal(t, "\x03Ann\xc8\x01\x01\x03Bob\x28\x00\x02\x02",
		string(b))
}

func TestNicknames(t *testing.T) {
	for _, nick := range []serde.Option[string]{
		{}, serde.Null[string](), serde.Some("Ace"),
	} {
		want := people.People{ann, ann}
		want[0].Nick = nick
		b, err := To(want)
		require.NoError(t, err)
		got, err := From[people.People](b)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
}

func TestPersonComesBack(t *testing.T) {
	b, err := To(ann)
	require.NoError(t, err)
	back, err := From[people.Person](b)
	require.NoError(t, err)
	require.Equal(t, ann, back)

	for n := range b {
		_, err := From[people.Person](b[:n])
		require.ErrorIs(t, err, ErrShort)
	}
	_, err = From[people.Person](append(b, 0))
	require.ErrorIs(t, err, ErrTrailing)
}

func TestDepthIsTheSameBothWays(t *testing.T) {
	var p people.Person // two levels: she, and her friends
	for range maxDepth/2 - 1 {
		p = people.Person{Friends: people.People{p}}
	}
	b, err := To(p)
	require.NoError(t, err)
	_, err = From[people.Person](b)
	require.NoError(t, err)

	_, err = To(people.People{p})
	require.ErrorIs(t, err, ErrDeep)
	_, err = From[people.People](append([]byte{1}, b...))
	require.ErrorIs(t, err, ErrDeep)
}

// cost returns how many bytes it takes to refuse b, and why it is.
func cost(b string) (uint64, error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := From[people.Person]([]byte(b))
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc, err
}

func TestLiesAreCheap(t *testing.T) {
	n, err := cost("\x00\x00\xff\xff\xff\xff\x0f")
	require.EqualError(t, err, "pack: at byte 7: the end of the input")
	require.Less(t, n, uint64(16<<10))

	n, err = cost(strings.Repeat("\x00\x00\x7f", maxDepth))
	require.ErrorIs(t, err, ErrDeep)
	require.Less(t, n, uint64(maxDepth/2*5<<10))
}

// comesBack reports whether b is a person, who then is packed as b.
func comesBack(t *testing.T, b []byte) bool {
	v, err := From[people.Person](b)
	if err != nil {
		return false
	}
	packed, err := To(v)
	require.NoError(t, err)
	require.Equal(t, string(b), string(packed))
	return true
}

func TestAnything(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	packed, err := To(ann)
	require.NoError(t, err)
	good := 0
	for range 100_000 {
		b := slices.Clone(packed)
		for range 1 + random.IntN(4) {
			b[random.IntN(len(b))] = byte(random.IntN(5))
		}
		if random.IntN(4) == 0 {
			b[random.IntN(len(b))] = byte(random.IntN(256))
		}
		if comesBack(t, b) {
			good++
		}
	}
	require.Greater(t, good, 10_000)
}

func FuzzAnything(f *testing.F) {
	packed, err := To(ann)
	require.NoError(f, err)
	f.Add(packed)
	f.Fuzz(func(t *testing.T, b []byte) { comesBack(t, b) })
}

func TestWrappersCanHideTheAnswer(t *testing.T) {
	type deaf struct{ serde.Serializer }
	type open struct{ serde.Positional }
	wrapped := func(p people.Person, s serde.Serializer) error {
		return p.Serialize(open{s.(serde.Positional)})
	}
	b, err := To(serde.With(bob, wrapped))
	require.NoError(t, err)
	got, err := From[people.Person](b)
	require.NoError(t, err)
	require.Equal(t, bob, got)

	hidden := func(p people.Person, s serde.Serializer) error {
		return p.Serialize(deaf{s})
	}
	b, err = To(serde.With(bob, hidden))
	require.NoError(t, err, "the trap: nobody notices")
	_, err = From[people.Person](b)
	require.ErrorIs(t, err, ErrShort)
}
