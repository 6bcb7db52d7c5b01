package json_test

import (
	stdjson "encoding/json"
	"strings"
	"testing"

	"byhand/code/json"
	"byhand/code/people"
)

func party() []byte {
	bob := `{"name": "Bob", "age": 35, "friends": []},`
	return []byte(`{"name": "Ann", "age": 34, "friends": [` +
		strings.Repeat(bob, 99) + strings.TrimSuffix(bob, ",") + `]}`)
}

func read(b *testing.B, opts ...json.Option) {
	in := party()
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.From[people.Person](in, opts...); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStrict(b *testing.B) { read(b) }

func BenchmarkLenient(b *testing.B) {
	read(b, json.AllowDuplicateKeys(), json.AllowUnknownFields(),
		json.AllowInvalidUTF8(), json.AllowTrailingData())
}

func BenchmarkStandard(b *testing.B) {
	type person struct {
		Name    string
		Age     uint8
		Friends []person
		Nick    *string
	}
	in := party()
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		var ann person
		if err := stdjson.Unmarshal(in, &ann); err != nil {
			b.Fatal(err)
		}
	}
}
