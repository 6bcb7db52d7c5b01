package orders

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"byhand/code/json"
	"byhand/code/serde"
)

func some(n int) (all Orders) {
	r := rand.New(rand.NewPCG(1, 2))
	names := []string{
		"Ada Lovelace", "Grace \"Amazing\" Hopper", "高木貞治",
	}
	for i := range n {
		o := Order{ID: int64(1_000_000 + i), Paid: r.IntN(2) == 0}
		o.Customer = Customer{
			r.Uint64N(1e5), names[r.IntN(3)],
			"c" + strconv.Itoa(i) + "@example.org",
		}
		if i%4 == 0 {
			note := "leave it\nat the door"
			o.Note = &note
		}
		for range 1 + r.IntN(4) {
			o.Items = append(o.Items, Item{
				"SKU-" + strconv.Itoa(r.IntN(1e5)), 1 + r.IntN(9),
				float64(r.IntN(10000)) / 100,
			})
		}
		o.Place = [2]float64{r.Float64()*180 - 90, r.Float64() * 360}
		all = append(all, o)
	}
	return all
}

func document(b *testing.B) []byte {
	text, err := json.To(some(1000), json.Indent("  "))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	return text
}

func BenchmarkVisitors(b *testing.B) {
	text := document(b)
	read := func(p *Orders, d serde.Deserializer) error {
		return p.Deserialize(d)
	}
	for b.Loop() {
		if _, err := json.FromFunc(text, read); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFrom(b *testing.B) {
	text := document(b)
	for b.Loop() {
		if _, err := json.From[Orders](text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFromString(b *testing.B) {
	text := string(document(b))
	for b.Loop() {
		if _, err := json.FromString[Orders](text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkToVisitors(b *testing.B) {
	document(b)
	for v := some(1000); b.Loop(); {
		json.ToFunc(v, Orders.Serialize)
	}
}

func BenchmarkTo(b *testing.B) {
	document(b)
	for v := some(1000); b.Loop(); {
		json.To(v)
	}
}
