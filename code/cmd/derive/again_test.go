package main

import (
	"go/types"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAgainTheSame(t *testing.T) {
	src, err := load("../../golden")
	require.NoError(t, err)
	first, err := generate(src, findDecls(src))
	require.NoError(t, err)
	for range 10 {
		src.decls = map[*types.TypeName]*decl{}
		again, err := generate(src, findDecls(src))
		require.NoError(t, err)
		require.Equal(t, string(first), string(again))
	}
}
