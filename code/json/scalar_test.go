package json

import (
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
