package document

import (
	"strings"
	"testing"

	"byhand/code/arena"
	"byhand/code/json"
)

var orders = []byte(
	"[" + strings.Repeat(order+",", 9_999) + order + "]",
)

func BenchmarkDocument(b *testing.B) {
	a := arena.New(1 << 30)
	for b.Loop() {
		Parse(a, orders)
		a.Reset()
	}
}

func BenchmarkValue(b *testing.B) {
	for b.Loop() {
		json.From[json.Value](orders)
	}
}
