package arena

import "testing"

type flat struct{ left, right uint64 }

var (
	last Ref[flat]
	slot int
)

func BenchmarkFloor(b *testing.B) {
	v := make([]flat, 1000)
	i := 0
	for b.Loop() {
		v[i] = flat{1, 2}
		slot = i
		if i++; i == 1000 {
			i = 0
		}
	}
}

func BenchmarkPut(b *testing.B) {
	a := New(16 * 1000)
	t := For[flat](a)
	i := 0
	for b.Loop() {
		last = t.Put(flat{1, 2})
		if i++; i == 1000 {
			i = 0
			a.Reset()
		}
	}
}
