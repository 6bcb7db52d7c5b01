package json_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
	"byhand/code/serde"
)

// inner reads an integer that is JSON in a string.
func inner(i *int, d serde.Deserializer) error {
	var text string
	err := serde.DeserializeString(&text, d)
	if err == nil {
		*i, err = json.FromFunc([]byte(text), serde.DeserializeInt[int])
	}
	return err
}

func TestAnInputInAnInputIsACause(t *testing.T) {
	_, err := json.FromFunc([]byte(` "-"`), inner)
	require.ErrorIs(t, err, json.Data)
	require.NotErrorIs(t, err, json.EndOfInput)
	require.ErrorContains(t, err,
		"column 2, at $: json: line 1, column 2, at $: expected a digit")
	var outer *json.Error
	require.ErrorAs(t, err, &outer)
	require.ErrorIs(t, outer.Err, json.EndOfInput)
}
