package pull

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFromHandsOutAllOnce(t *testing.T) {
	src := From([]string{"ann", "bob"})

	require.Equal(t, []string{"ann", "bob"}, Collect(src))
	require.Empty(t, Collect(src), "there is no second time")
}

func TestOnlyWhatIsNeededIsAsked(t *testing.T) {
	asked := 0
	even := func(x int) bool {
		asked++
		return x%2 == 0
	}
	square := func(x int) int { return x * x }

	v := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	first := Collect(Take(Map(Filter(From(v), even), square), 3))

	require.Equal(t, []int{0, 4, 16}, first)
	require.Equal(t, 5, asked)
}
