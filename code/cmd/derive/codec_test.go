package main

import (
	"go/token"
	"go/types"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFunction(t *testing.T) {
	pkg := types.NewPackage("p", "p")
	for typ, want := range map[string]string{
		"string": "serde.SerializeString",
		"byte":   "serde.SerializeUint",
		"[]byte": "serde.SerializeBytes",
		"[]int8": "func(x []int8, s serde.Serializer) error { " +
			"return serde.SerializeSlice(x, s, serde.SerializeInt) }",
		"[2]bool": "func(x [2]bool, s serde.Serializer) error { " +
			"return serde.SerializeSlice(x[:], s, serde.SerializeBool) }",
	} {
		src := &source{fset: token.NewFileSet()}
		tv, err := types.Eval(src.fset, pkg, token.NoPos, typ)
		require.NoError(t, err)
		p := &printer{src: src, imports: map[string]bool{}}
		c := src.codecOf(tv.Type, token.NoPos)
		require.Equal(t, want, p.function(serialize, c))
	}
}
