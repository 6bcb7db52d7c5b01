//go:build goexperiment.jsonv2

package json_test

import (
	"encoding/json/jsontext"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
)

func FuzzStrictAgainstV2(f *testing.F) {
	for _, in := range cases() {
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		_, err := json.From[json.Value](in)
		want := jsontext.Value(in).IsValid()
		require.Equal(t, want, err == nil, "%v", err)
	})
}

func TestDepthOfV2(t *testing.T) {
	for _, n := range []int{9_999, 10_000, 10_001} {
		in := strings.Repeat("[", n) + strings.Repeat("]", n)
		_, err := json.From[json.Value]([]byte(in))
		require.Equal(t, jsontext.Value(in).IsValid(), err == nil, n)
	}
}
