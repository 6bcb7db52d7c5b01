package json_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
	"byhand/code/people"
)

func TestOptionsLiftRefusals(t *testing.T) {
	const rest = `, "friends": []}`
	for in, opt := range map[string]json.Option{
		`{"age": 1, "name": "", "age": 2`:    json.AllowDuplicateKeys(),
		`{"name": "Ann", "x": 1, "age": 2`:   json.AllowUnknownFields(),
		"{\"name\": \"\xff\", \"age\": 2":    json.AllowInvalidUTF8(),
		`{"name": "\ud83d", "age": 2`:        json.AllowInvalidUTF8(),
		`{"name": "", "age": 2` + rest + "{": json.AllowTrailingData(),
	} {
		in := []byte(in + rest)
		_, err := json.From[people.Person](in)
		require.Error(t, err, in)
		ann, err := json.From[people.Person](in, opt)
		require.NoError(t, err, in)
		require.EqualValues(t, 2, ann.Age)
	}
}

func TestLimits(t *testing.T) {
	in := []byte(`{"name": "", "age": 0, "friends": [[]]}`)
	_, err := json.From[people.Person](in, json.MaxSize(len(in)-1))
	require.ErrorIs(t, err, json.Limit)
	_, err = json.From[people.Person](in, json.MaxSize(len(in)))
	require.ErrorIs(t, err, json.Data)
	_, err = json.From[people.Person](in, json.MaxDepth(2))
	require.ErrorIs(t, err, json.Limit)
	require.ErrorContains(t, err, "at $.friends[0]: ")
	_, err = json.From[people.Person](in, json.MaxDepth(-1))
	require.ErrorContains(t, err, "column 1, at $: ")
	for _, in := range []string{"]]]]", ",,,,", `1 }]`, `""",`} {
		_, err := json.From[people.Person]([]byte(in), json.MaxSize(3))
		require.ErrorContains(t, err, "column 1, at $: expected at mo")
	}
}
