package main

import (
	"go/types"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

const twoTypes = `package p

//derive:serialize,deserialize
type Point struct{ X, Y float64 }

//derive:serialize,deserialize
type Paths map[string][]Point
`

func TestAgainTheSame(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("p.go", []byte(twoTypes), 0o666))
	src, err := load(".")
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
