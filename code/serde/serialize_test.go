package serde

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// last remembers the last word that it was told.
type last struct {
	Serializer
	word string
}

func (l *last) Int(v int64) error {
	l.word = fmt.Sprint("int ", v)
	return nil
}

func (l *last) Float(v float64, bits int) error {
	l.word = fmt.Sprint("float", bits)
	return nil
}

func TestNamedTypesAreWhatTheyAreUnderneath(t *testing.T) {
	type Level int8
	type Celsius float32
	var s last
	require.NoError(t, SerializeInt(Level(-3), &s))
	require.Equal(t, "int -3", s.word)
	require.NoError(t, SerializeFloat(Celsius(0.1), &s))
	require.Equal(t, "float32", s.word)
	require.NoError(t, SerializeFloat(0.1, &s))
	require.Equal(t, "float64", s.word)
}
