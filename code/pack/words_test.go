package pack

import (
	"math"
	"slices"
	"strings"
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

func refused[T any](
	t *testing.T, b string, read func(*T, serde.Deserializer) error,
	want string,
) {
	var v T
	err := read(&v, &decoder{b: []byte(b)})
	require.EqualError(t, err, want)
}

func TestOddFormsAreRefused(t *testing.T) {
	refused(t, "\x07", serde.DeserializeBool[bool],
		"expected 0 to 1, found 7")
	refused(t, "\xa2\x80\x00", serde.DeserializeUint[uint8],
		"expected an unpadded integer, found a padded one")
	refused(t, strings.Repeat("\xff", 11), serde.DeserializeInt[int64],
		"expected an integer of 64 bits, found a longer one")
	refused(t, "\x01\xff", serde.DeserializeString[string],
		"expected UTF-8, found other bytes")
	_, err := To(serde.With("\xff", serde.SerializeString[string]))
	require.EqualError(t, err, `pack: expected UTF-8, found "\xff"`)
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
	long := slices.Repeat([]*bool{&yes}, maxDepth+1)
	v := nest{"": {}, "a": {nil, &yes}, "b": long}
	thereAndBack(t, v, writeNest, readNest)
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

func TestNothingIsEndless(t *testing.T) {
	var some func(int, serde.Serializer) error
	some = func(v int, s serde.Serializer) error {
		to, err := s.Some()
		if err != nil {
			return err
		}
		return some(v, to)
	}
	_, err := To(serde.With(1, some))
	require.ErrorIs(t, err, ErrDeep)

	var variant func(int, serde.Serializer) error
	variant = func(v int, s serde.Serializer) error {
		return s.Variant("Endless", 0, "More", serde.With(v, variant))
	}
	_, err = To(serde.With(1, variant))
	require.ErrorIs(t, err, ErrDeep)
}
