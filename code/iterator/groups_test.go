package iterator

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWindowsHaveNoRoom(t *testing.T) {
	v := []int{3, 1, 4, 1}
	windows := Windows(From(v), 3).Collect()

	require.Equal(t, []int{3, 1, 4, 0}, append(windows[0], 0))
	require.Equal(t, []int{1, 4, 1}, windows[1])
}
