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

func BenchmarkOurs(b *testing.B) {
	in := party()
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		json.From[people.Person](in)
	}
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
		stdjson.Unmarshal(in, &ann)
	}
}
