package serde

import (
	"math"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// number is where one number can be read.
type number struct {
	Deserializer // for what we don't use
	v            int64
}

func (n number) Int(_ int, v Visitor) error { return VisitInt(v, n.v) }

// numbers has 0, 1, 2 … up to n, and says that it has more.
type numbers struct{ i, n int64 }

func (a *numbers) Len() int { return math.MaxInt }

func (a *numbers) Next() (Deserializer, error) {
	if a.i == a.n {
		return nil, nil
	}
	a.i++
	return number{v: a.i - 1}, nil
}

func TestSlicesBelieveLittle(t *testing.T) {
	var got []int8
	v := &sliceVisitor[[]int8, int8]{&got, DeserializeInt[int8]}
	require.NoError(t, VisitSeq(v, &numbers{n: 3}))
	require.Equal(t, []int8{0, 1, 2}, got)
	require.LessOrEqual(t, cap(got), maxRoom)
	require.Error(t, VisitSeq(v, &numbers{n: 129}), "128 is no int8")
	require.EqualError(t, VisitMap(v, nil),
		"expected a sequence, found a map")
}

func TestArraysHaveALength(t *testing.T) {
	for n, found := range []string{"0", "1", "", "more"} {
		pair := make([]int8, 2)
		v := &arrayVisitor[int8]{pair, DeserializeInt[int8]}
		err := VisitSeq(v, &numbers{n: int64(n)})
		if found == "" {
			require.NoError(t, err)
			continue
		}
		require.EqualError(t, err,
			"expected a sequence of 2, found "+found)
	}
}

// entries has the same key n times.
type entries struct {
	numbers
	repeats bool
}

func (a *entries) Key() ([]byte, bool, error) {
	d, err := a.Next()
	return []byte("key"), d != nil, err
}

func (a *entries) Value() Deserializer { return number{v: a.i} }

func (a *entries) Repeats() bool { return a.repeats }

func TestKeysMayRepeatWhereTheFormatSaysSo(t *testing.T) {
	var got map[string]int
	v := &mapVisitor[map[string]int, string, int]{
		&got, DeserializeInt[int],
	}
	err := VisitMap(v, &entries{numbers{n: 2}, false})
	require.EqualError(t, err,
		`expected field "key" once, found another`)
	require.NoError(t, VisitMap(v, &entries{numbers{n: 2}, true}))
	require.Equal(t, map[string]int{"key": 2}, got)
}

func TestMapsBelieveNothing(t *testing.T) {
	var got map[string]bool
	v := &mapVisitor[map[string]bool, string, bool]{to: &got}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	require.NoError(t, VisitMap(v, new(entries)))
	runtime.ReadMemStats(&after)
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(maxRoom))
}
