package iterator

import (
	"errors"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCatchForgets(t *testing.T) {
	err := errors.New("of an earlier run")
	parsed := TryMap(From([]string{}), strconv.Atoi)

	require.Empty(t, Catch(&err, parsed).Collect())
	require.NoError(t, err)
}
