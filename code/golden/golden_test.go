package golden

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"byhand/code/json"
	"byhand/code/serde"
)

// A trip reads a value and writes it again.
type trip func(text []byte) ([]byte, error)

func value[T serde.Serialize, P serde.Target[T]](
	text []byte,
) ([]byte, error) {
	v, err := json.From[T, P](text, json.AllowUnknownFields())
	if err != nil {
		return nil, err
	}
	return json.To(v)
}

var trips = map[string]trip{
	"Camel":                   value[Camel],
	"Strict":                  value[Strict],
	"SkipEmpty":               value[SkipEmpty],
	"Flat":                    value[Flat],
	"FlatDeep":                value[FlatDeep],
	"FlatMap":                 value[FlatMap],
	"Items":                   value[Items],
	"Page<Item>":              functions(writeItems, readItems),
	"Options":                 value[Options],
	"Color":                   value[Color],
	"Vec<CaseScreamingKebab>": value[Cases],
	"External":                functions(SerializeExternal, DeserializeExternal),
	"Internal":                functions(SerializeInternal, DeserializeInternal),
	"Adjacent":                functions(SerializeAdjacent, DeserializeAdjacent),
	"OneOrMany":               functions(SerializeOneOrMany, DeserializeOneOrMany),
}

func TestNilIsNoVariant(t *testing.T) {
	for _, v := range []External{nil, (*Label)(nil)} {
		_, err := json.ToFunc(v, SerializeExternal)
		require.ErrorContains(t, err, "expected a variant of External")
	}
}

func TestPlaceInFlattened(t *testing.T) {
	text := `{"id":1,"created":"2","author":"a","title":"t"}`
	_, err := json.From[Flat]([]byte(text))
	require.EqualError(t, err, "json: line 1, column 19, at "+
		`$.created: expected an integer of 64 bits, found "2"`)
}

func TestRestHasNoFields(t *testing.T) {
	_, err := json.To(FlatMap{1, map[string]int64{"id": 2}})
	require.ErrorContains(t, err, `expected field "id" once`)
}

func TestGoldens(t *testing.T) {
	file, err := os.ReadFile("testdata/serde.txt")
	require.NoError(t, err)
	var name string
	var out []byte
	for line := range strings.Lines(string(file)) {
		sort, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch sort {
		case "<":
			out, err = trips[name]([]byte(text))
		case ">":
			if assert.NoError(t, err, "%s: %s", name, text) {
				assert.JSONEq(t, text, string(out))
			}
		case "!":
			assert.Error(t, err, "%s: %s", name, text)
		default:
			name = sort
		}
	}
}

// functions makes a trip of what has no methods.
func functions[T any](
	write func(T, serde.Serializer) error,
	read func(*T, serde.Deserializer) error,
) trip {
	return func(text []byte) ([]byte, error) {
		v, err := json.FromFunc(text, read, json.AllowUnknownFields())
		if err != nil {
			return nil, err
		}
		return json.ToFunc(v, write)
	}
}

func writeItems(x Page[Item], s serde.Serializer) error {
	return SerializePage(x, s, Item.Serialize)
}

func readItems(x *Page[Item], d serde.Deserializer) error {
	return DeserializePage(x, d, (*Item).Deserialize)
}
