package json_test

import (
	"testing"

	"byhand/code/json"
	"byhand/code/serde"
	"github.com/stretchr/testify/require"
)

type shape struct {
	kind   string
	r      float64
	shapes []shape
}

func (s *shape) Deserialize(d serde.Deserializer) error {
	tag, rest, err := d.(serde.Lookahead).Tagged("type")
	if err != nil {
		return err
	}
	switch s.kind = tag; tag {
	case "circle":
		r := to(&s.r, serde.DeserializeFloat[float64])
		return form{"r": r}.Deserialize(rest)
	case "group":
		return form{"of": func(d serde.Deserializer) error {
			return serde.DeserializeSlice(
				&s.shapes, d, (*shape).Deserialize)
		}}.Deserialize(rest)
	}
	return serde.UnknownVariant(tag, []string{"circle", "group"})
}

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
