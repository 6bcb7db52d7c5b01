package golden

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
)

func TestEachOfManyFieldsCounts(t *testing.T) {
	var all []string
	for i := range 70 {
		all = append(all, fmt.Sprintf(`"%c%d":%d`, 'A'+i/10, i%10, i))
	}
	whole := "{" + strings.Join(all, ",") + "}"
	v, err := json.From[Wide]([]byte(whole))
	require.NoError(t, err)
	text, err := json.To(v)
	require.NoError(t, err)
	require.Equal(t, whole, string(text))

	for i, field := range all {
		name := "expected field " + field[:4]
		rest := slices.Delete(slices.Clone(all), i, i+1)
		less := "{" + strings.Join(rest, ",") + "}"
		_, err = json.From[Wide]([]byte(less))
		require.ErrorContains(t, err, name+",")

		more := whole[:len(whole)-1] + "," + field + "}"
		_, err = json.From[Wide]([]byte(more))
		require.ErrorContains(t, err, name+" once")
	}
}
