package json_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
	"byhand/code/serde"
)

// A lamp is "off", or {"on": watts}.
type lamp int

func (l *lamp) Expecting() string { return "a lamp" }

func (l *lamp) Deserialize(d serde.Deserializer) error {
	return d.Enum("lamp", []string{"off", "on"}, l)
}

func (l *lamp) VisitEnum(i int, content serde.Deserializer) error {
	if i == 0 || content == nil {
		return nil
	}
	return serde.DeserializeInt((*int)(l), content)
}

func TestVariants(t *testing.T) {
	for in, want := range map[string]lamp{`"off"`: 0, `{"on": 40}`: 40} {
		got, err := json.From[lamp]([]byte(in))
		require.NoError(t, err, in)
		require.Equal(t, want, got)
	}
	for in, want := range map[string]string{
		`"dim"`:               `1, at $: expected "off" or "on", found v`,
		`{"dim": 1}`:          `2, at $.dim: expected "off" or "on"`,
		`{"on": "40"}`:        `8, at $.on: expected an integer`,
		`{}`:                  `1, at $: expected a lamp, found an empty`,
		`{"on": 1, "off": 2}`: `11, at $.off: expected the end`,
		`7`:                   `1, at $: expected a lamp, found 7`,
	} {
		_, err := json.From[lamp]([]byte(in))
		require.ErrorContains(t, err, "column "+want, in)
	}
}
