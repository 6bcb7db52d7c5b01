package golden

import (
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
	"byhand/code/pack"
)

func ann() Person {
	mail := "ann@example.org"
	bob := Person{Name: "Bob", Tags: []string{}, Friends: []Person{}}
	return Person{"Ann", 36, &mail, []string{"x"}, []Person{bob}}
}

func TestNothingIsLost(t *testing.T) {
	text, err := json.To(ann())
	require.NoError(t, err)
	back, err := json.From[Person](text)
	require.NoError(t, err)
	require.Equal(t, ann(), back)
}

func TestAnyFormat(t *testing.T) {
	bin, err := pack.To(ann())
	require.NoError(t, err)
	back, err := pack.From[Person](bin)
	require.NoError(t, err)
	require.Equal(t, ann(), back)
}
