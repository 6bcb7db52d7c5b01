package json_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
	"byhand/code/serde"
)

// nested returns n objects in each other, with end in each at its end.
func nested(n int, end string) []byte {
	return []byte(strings.Repeat(`{"of":[`, n) +
		strings.Repeat(`],`+end+`}`, n))
}

func TestTryGoesBack(t *testing.T) {
	e, err := json.From[either](nested(2, `"y":1`))
	require.NoError(t, err)
	require.Equal(t, either{"y", []either{{"y", []either{}}}}, e)

	in := `{"of": [{"of": [], "x": 1}, {"of": [], "z": 1}], "y": 1}`
	_, err = json.From[either]([]byte(in))
	require.ErrorContains(t, err, "at $.of[1].z: ")
	_, err = json.From[either]([]byte(`{"y": 1, "z": 1}`))
	require.ErrorContains(t, err, "at $.z: ") // as x: at $.y
}

func TestReadingAgainHasABudget(t *testing.T) {
	more := json.MaxRereads(math.MaxInt)
	_, err := json.From[shape](nested(200, `"type":"group"`))
	require.NoError(t, err)
	_, err = json.From[shape](nested(250, `"type":"group"`))
	require.ErrorIs(t, err, json.Limit)
	_, err = json.From[shape](nested(250, `"type":"group"`), more)
	require.NoError(t, err)

	_, err = json.From[either](nested(11, `"y":1`))
	require.NoError(t, err)
	_, err = json.From[either](nested(12, `"y":1`), more)
	require.NoError(t, err)
	_, err = json.From[either](nested(16, `"y":1`))
	require.ErrorContains(t, err, "at $.of[0].")
	require.ErrorContains(t, err, "expected at most 89536 bytes read")
}

type optional struct{}

func (optional) Expecting() string { return "any" }

func (optional) VisitSome(d serde.Deserializer) error {
	return d.Ignore()
}

func TestAnOptionMayBeIgnored(t *testing.T) {
	f := form{"x": func(d serde.Deserializer) error {
		return d.Option(optional{})
	}}
	require.NoError(t, json.Decode([]byte(`{"x": 5}`), f))
}
