package arena

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNoTypedIsAnother(t *testing.T) {
	ints := reflect.TypeFor[Typed[int]]()
	names := reflect.TypeFor[Typed[string]]()
	require.False(t, ints.ConvertibleTo(names))
}

func TestTheZeroTypedIsNoWitness(t *testing.T) {
	var names Typed[string]
	require.Panics(t, func() { names.In(New(1024)) })
}
