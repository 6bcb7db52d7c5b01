package arena

import (
	"testing"

	"github.com/stretchr/testify/require"
)

type person struct {
	Age  int
	Name string
}

type team struct {
	Size int
	Lead [2]person
}

func TestPointersMayNotComeIn(t *testing.T) {
	require.PanicsWithValue(t,
		"arena: arena.team.Lead[0].Name has a pointer, as a string",
		func() { For[team](New(1024)) })
	require.NotPanics(t, func() { For[[0]team](New(1024)) })
	require.Panics(t, func() { For[[1]*int](New(1024)) })
}
