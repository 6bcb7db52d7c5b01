package slotmap

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestKeySurvivesGrowth(t *testing.T) {
	var names Map[string]
	ann := names.Insert("ann")
	for range 1000 {
		names.Insert("someone")
	}

	names.Set(ann, "Ann")

	name, ok := names.Get(ann)
	require.True(t, ok)
	require.Equal(t, "Ann", name)
}

func TestKeyBeyondTheEndIsRefused(t *testing.T) {
	var here, there Map[string]
	there.Insert("bob")
	cleo := there.Insert("cleo")
	here.Insert("ann")

	_, ok := here.Get(cleo)
	require.False(t, ok)
	require.False(t, here.Set(cleo, "Cleo"))
}

func TestStaleKeyIsRefused(t *testing.T) {
	var names Map[string]
	ann := names.Insert("ann")
	names.Remove(ann)
	bob := names.Insert("bob")

	name, ok := names.Get(ann)
	require.False(t, ok, "ann's key names %s", name)
	require.False(t, names.Set(ann, "mallory"))
	require.False(t, names.Remove(ann))
	require.NotEqual(t, ann, bob)
}

func TestZeroKeyNamesNothing(t *testing.T) {
	var names Map[string]
	names.Insert("ann")

	_, ok := names.Get(Key{})
	require.False(t, ok)
}

func TestAllSeesWhatItsLoopChanges(t *testing.T) {
	var names Map[string]
	names.Insert("ann")
	bob := names.Insert("bob")

	var seen []string
	for _, name := range names.All() {
		seen = append(seen, name)
		names.Insert("someone")
		names.Remove(bob)
	}

	require.NotContains(t, seen, "bob")
}

func TestWornOutSlotIsNotReused(t *testing.T) {
	var names Map[string]
	ann := names.Insert("ann")
	names.Remove(ann)

	names.slots[0].generation = math.MaxUint32 - 3
	for range 2 {
		names.Remove(names.Insert("someone"))
	}
	names.Insert("bob")

	name, ok := names.Get(ann)
	require.False(t, ok, "ann's key names %s", name)
	require.Equal(t, 1, names.Len())
}

func TestAllStopsWhenItsLoopDoes(t *testing.T) {
	var names Map[string]
	names.Insert("ann")
	names.Insert("bob")

	turns := 0
	for range names.All() {
		turns++
		break
	}

	require.Equal(t, 1, turns)
}
