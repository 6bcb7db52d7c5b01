package json

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/serde"
)

func TestIntegersAreExactOrRefused(t *testing.T) {
	i, err := FromFunc([]byte(" -9223372036854775808\n"),
		serde.DeserializeInt[int64])
	require.NoError(t, err)
	require.EqualValues(t, -1<<63, i)

	_, err = FromFunc([]byte("9223372036854775808"),
		serde.DeserializeInt[int64])
	require.ErrorIs(t, err, Data)

	u, err := FromFunc([]byte("18446744073709551615"),
		serde.DeserializeUint[uint64])
	require.NoError(t, err)
	require.EqualValues(t, uint64(1<<64-1), u)
}

func TestACutInputIsTooShort(t *testing.T) {
	whole := `"a\n\u00e9é€😀\ud83d\ude00\uDBFF\uDFFF"`
	for i := range whole {
		_, err := FromFunc([]byte(whole[:i]),
			serde.DeserializeString[string])
		require.ErrorIs(t, err, EndOfInput, whole[:i])
		require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	}
	for _, in := range []string{
		"\"\xff", "\"\xe2\"", "\"\xe2\x82a", `"\ud83d"`, `"\ud83d\n`,
		`"\ud83d\u0`, `"\ud83d\ud8`, `"\ude00`, `"\ude00\u`, "nul!",
	} {
		_, err := FromFunc([]byte(in), serde.DeserializeString[string])
		require.ErrorIs(t, err, Syntax, in)
	}
}
