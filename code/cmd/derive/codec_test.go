package main

import (
	"go/token"
	"go/types"
	"testing"

	"github.com/stretchr/testify/require"
)

var functions = []struct{ verb, typ, want string }{
	{serialize, "string", "serde.SerializeString"},
	{serialize, "byte", "serde.SerializeUint"},
	{serialize, "[]byte", "serde.SerializeBytes"},
	{serialize, "[2]bool", "func(x [2]bool, s serde.Serializer) error " +
		"{ return serde.SerializeSlice(x[:], s, serde.SerializeBool) }"},
	{deserialize, "[2]bool", "func(x *[2]bool, d serde.Deserializer) " +
		"error { return serde.DeserializeArray(x[:], d, " +
		"serde.DeserializeBool) }"},
	{deserialize, "*int8", "func(x **int8, d serde.Deserializer) " +
		"error { return serde.DeserializePointer(x, d, " +
		"serde.DeserializeInt) }"},
}

func TestFunction(t *testing.T) {
	pkg := types.NewPackage("p", "p")
	for _, f := range functions {
		src := &source{fset: token.NewFileSet()}
		tv, err := types.Eval(src.fset, pkg, token.NoPos, f.typ)
		require.NoError(t, err)
		p := &printer{src: src, imports: map[string]bool{}}
		c := src.codecOf(tv.Type, token.NoPos)
		require.Equal(t, f.want, p.function(f.verb, c))
	}
}
