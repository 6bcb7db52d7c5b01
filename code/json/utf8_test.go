package json

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestValidIsUTF8s(t *testing.T) {
	edges := []byte("\x00a\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2" +
		"\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1\xf3\xf4\xf5\xf8\xff")
	r := rand.New(rand.NewPCG(1, 2))
	for range 300_000 {
		var b []byte
		for range r.IntN(6) {
			if r.IntN(3) == 0 {
				b = append(b, edges[r.IntN(len(edges))])
			} else {
				b = utf8.AppendRune(b, rune(r.IntN(0x11000)))
			}
		}
		n := len(b)
		b = append(b, `"       `...)
		if valid(b, 0, n) != utf8.Valid(b[:n]) {
			require.Fail(t, "differ", "%x", b[:n])
		}
	}
}
