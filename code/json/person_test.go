package json_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
	"byhand/code/people"
)

func TestAPersonComesBack(t *testing.T) {
	in := `{"name": "Ann \"Ace\" Lee", "age": 34, "friends": [
		{"name": "Bob", "age": 35, "friends": []}]}`
	ann, err := json.From[people.Person]([]byte(in))
	require.NoError(t, err)
	require.Equal(t, `Ann "Ace" Lee`, ann.Name)
	require.EqualValues(t, 35, ann.Friends[0].Age)

	out, err := json.To(ann)
	require.NoError(t, err)
	again, err := json.From[people.Person](out)
	require.NoError(t, err)
	require.Equal(t, ann, again)
}

func TestUnknownFieldsAreErrors(t *testing.T) {
	in := `{"name": "Ann", "nik": "Ace", "age": 34, "friends": []}`
	_, err := json.From[people.Person]([]byte(in))
	require.ErrorIs(t, err, json.Data)
	require.ErrorContains(t, err, `found field "nik"`)
}
