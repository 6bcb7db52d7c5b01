package json_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
)

func TestTagsMayStandAnywhere(t *testing.T) {
	for _, in := range []string{
		`{"type": "circle", "r": 2}`,
		`{"r": 2, "type": "circle"}`,
		`{"of": [{"r": 2, "type": "circle"}], "type": "group"}`,
		`{"of": [{"of": [], "type": "group"}], "type": "group"}`,
	} {
		_, err := json.From[shape]([]byte(in))
		require.NoError(t, err, in)
	}
	twice := []byte(`{"type": "group", "of": [], "type": "circle"}`)
	_, err := json.From[shape](twice)
	require.ErrorContains(t, err, `at $.type: expected field "type" once`)
	_, err = json.From[shape](twice, json.AllowDuplicateKeys())
	require.ErrorContains(t, err, `at $.of: expected "r", found`)
}

func TestPlacesAreExactInTaggedEnums(t *testing.T) {
	for in, where := range map[string]string{
		`{"r": 2, "type": "square"}`:            "18, at $.type",
		`{"r": "2", "type": "circle"}`:          "7, at $.r",
		`{"r": 2, "type": "circle", "x": 1}`:    "28, at $.x",
		`{"of": [{"type": "circle"}], "r": 1}`:  "1, at $",
		`{"type": "group", "of": [{"r": 1}]}`:   "26, at $.of[0]",
		`{"of":[{"type": 2}], "type": "group"}`: "17, at $.of[0].type",
	} {
		_, err := json.From[shape]([]byte(in))
		require.ErrorContains(t, err, "column "+where+": ", in)
	}
}
