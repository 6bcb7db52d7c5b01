package json_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
	"byhand/code/people"
)

func TestBadInputsAreRefused(t *testing.T) {
	for _, name := range []string{"bad.txt", "worse.txt"} {
		b, err := os.ReadFile("testdata/" + name)
		require.NoError(t, err)
		for in := range bytes.Lines(b) {
			in = bytes.TrimSuffix(in, []byte("\n"))
			_, err := json.From[people.Person](in)
			require.Error(t, err, "%s", in)
			fmt.Printf("%s\n    %v\n", in, err)
		}
	}
}
