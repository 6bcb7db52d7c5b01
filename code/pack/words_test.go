package pack

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/serde"
)

func thereAndBack[T any](
	t *testing.T, v T, write func(T, serde.Serializer) error,
	read func(*T, serde.Deserializer) error,
) {
	b, err := To(serde.With(v, write))
	require.NoError(t, err)
	var back T
	d := decoder{b: b}
	require.NoError(t, read(&back, &d))
	require.Equal(t, v, back)
	require.Equal(t, len(b), d.i)
}

func TestScalars(t *testing.T) {
	for _, v := range []int64{0, -1, 63, math.MinInt64, math.MaxInt64} {
		thereAndBack(t, v, serde.SerializeInt, serde.DeserializeInt)
		u, f := uint64(v), float64(v)
		thereAndBack(t, u, serde.SerializeUint, serde.DeserializeUint)
		thereAndBack(t, f, serde.SerializeFloat, serde.DeserializeFloat)
		thereAndBack(t, float32(f),
			serde.SerializeFloat, serde.DeserializeFloat)
	}
	thereAndBack(t, true, serde.SerializeBool, serde.DeserializeBool)
	thereAndBack(t, "é\x00", serde.SerializeString,
		serde.DeserializeString)
	thereAndBack(t, []byte("\xff\x00"), serde.SerializeBytes,
		serde.DeserializeBytes)
}

type nest = map[string][]*bool

func writeNest(v nest, s serde.Serializer) error {
	return serde.SerializeMap(v, s, func(
		v []*bool, s serde.Serializer,
	) error {
		return serde.SerializeSlice(v, s, func(
			v *bool, s serde.Serializer,
		) error {
			return serde.SerializePointer(v, s, serde.SerializeBool)
		})
	})
}

func readNest(p *nest, d serde.Deserializer) error {
	return serde.DeserializeMap(p, d, func(
		p *[]*bool, d serde.Deserializer,
	) error {
		return serde.DeserializeSlice(p, d, func(
			p **bool, d serde.Deserializer,
		) error {
			return serde.DeserializePointer(
				p, d, serde.DeserializeBool)
		})
	})
}

func TestNests(t *testing.T) {
	yes := true
	v := nest{"": {}, "a": {nil, &yes}, "b": {&yes}}
	thereAndBack(t, v, writeNest, readNest)
}

func TestVariants(t *testing.T) {
	colour := func(s serde.Serializer, content serde.Serialize) error {
		return s.Variant("Colour", 1, "Grey", content)
	}
	var e encoder
	require.NoError(t, colour(&e, nil))
	seven := serde.With(7, serde.SerializeInt)
	require.NoError(t, colour(&e, seven))
	require.Equal(t, "\x02\x03\x0e", string(e.b))
}

func TestPromisesAreKept(t *testing.T) {
	promise := func(n int, s serde.Serializer) error {
		seq, err := s.Seq(n)
		if err != nil {
			return err
		}
		seq.Element() // and nothing is written to it
		return seq.End()
	}
	_, err := To(serde.With(-1, promise))
	require.ErrorIs(t, err, ErrUnknownLength)
	_, err = To(serde.With(2, promise))
	require.EqualError(t, err, "pack: the sequence has 1 of 2 parts")
	_, err = To(serde.With(1, promise))
	require.ErrorIs(t, err, ErrNoBytes)
}
