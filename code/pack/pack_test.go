package pack

import (
	"math/rand/v2"
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

func TestLiesAreCheap(t *testing.T) {
	many := []byte("\x00\x00\xff\xff\xff\xff\x0f")
	_, err := From[people.Person](many)
	require.EqualError(t, err, "pack: at byte 7: the end of the input")

	deep := strings.Repeat("\x00\x00\x01", maxDepth)
	_, err = From[people.Person]([]byte(deep))
	require.ErrorIs(t, err, ErrDeep)
}

func check(t *testing.T, b []byte) {
	v, err := From[people.Person](b)
	if err != nil {
		return
	}
	packed, err := To(v)
	require.NoError(t, err)
	again, err := From[people.Person](packed)
	require.NoError(t, err)
	require.Equal(t, v, again)
}

func TestAnything(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		b := make([]byte, random.IntN(20))
		for i := range b {
			b[i] = byte(random.Uint32() >> random.IntN(32))
		}
		check(t, b)
	}
}

func FuzzAnything(f *testing.F) {
	f.Add([]byte("\x03Ann\xc8\x01\x01\x03Bob\x28\x00"))
	f.Fuzz(check)
}
