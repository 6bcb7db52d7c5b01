package arena

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheZeroTypedIsNoWitness(t *testing.T) {
	var names Typed[string]
	require.Panics(t, func() { names.In(New(1024)) })
}
