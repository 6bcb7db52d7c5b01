package golden

import (
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
	"byhand/code/pack"
	"byhand/code/serde"
)

// A box holds what a function reads.
type box[T any] struct {
	v    T
	read func(*T, serde.Deserializer) error
}

func (b *box[T]) Deserialize(d serde.Deserializer) error {
	return b.read(&b.v, d)
}

// survive tests that values come back from pack as they were.
func survive[T any](
	t *testing.T, write func(T, serde.Serializer) error,
	read func(*T, serde.Deserializer) error, values ...T,
) {
	for _, v := range values {
		bin, err := pack.To(serde.With(v, write))
		require.NoError(t, err)
		back := box[T]{read: read}
		require.NoError(t, pack.Decode(bin, &back), "%#v", v)
		require.Equal(t, v, back.v)
	}
}

func TestTaggingsThatSurvivePack(t *testing.T) {
	circle, square := Circle{2.5}, Square(3.5)
	label := Label{"x", []string{"t"}}
	survive[External](t, SerializeExternal, DeserializeExternal,
		Empty{}, circle, square, &label,
		Group{Empty{}, square, Group{}})
	survive[Adjacent](t, SerializeAdjacent, DeserializeAdjacent,
		Empty{}, circle, square, label)
}

func TestOthersAreNotWritten(t *testing.T) {
	for _, v := range []Internal{Empty{}, Circle{2.5}} {
		_, err := pack.To(serde.With(v, SerializeInternal))
		require.ErrorIs(t, err, serde.ErrOnce)
	}
	for _, v := range []OneOrMany{One("a"), Many{"a"}} {
		_, err := pack.To(serde.With(v, SerializeOneOrMany))
		require.ErrorIs(t, err, serde.ErrOnce)
	}
}

func TestTagIsWrittenOnce(t *testing.T) {
	write := func(m map[string]bool, s serde.Serializer) error {
		return serde.SerializeMap(m, s, serde.SerializeBool)
	}
	m := serde.With(map[string]bool{"type": true}, write)
	_, err := json.ToFunc(m,
		func(m serde.Serialize, s serde.Serializer) error {
			return serde.SerializeInternal(m, s, "E", "type", "M")
		})
	require.ErrorContains(t, err, `expected field "type" once`)
}
