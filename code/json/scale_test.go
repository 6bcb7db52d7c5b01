package json

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFloatsAreStrconvs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50_000 {
		f := math.Ldexp(float64(r.Uint64()>>11), r.IntN(120)-90)
		half := math.Nextafter(f, 0)/2 + f/2
		for _, text := range []string{
			strconv.FormatFloat(f, 'g', 1+r.IntN(20), 64),
			strconv.FormatFloat(half, 'f', -1, 64),
			strconv.FormatUint(r.Uint64(), 10) + "e-" +
				strconv.Itoa(r.IntN(80)),
		} {
			want, _ := strconv.ParseFloat(text, 64)
			s := newSource(text)
			var got float64
			end := ReadFloat(&got, s, 0)
			require.Equal(t, len(text), end, text)
			require.Equal(t, want, got, text)
			s.close()
		}
	}
}

func TestShortestIsStrconvs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50_000 {
		for _, f := range []float64{
			math.Ldexp(float64(r.Uint64()>>11), r.IntN(120)-90),
			math.Ldexp(1, r.IntN(120)-60),
			float64(r.IntN(1e6)) / math.Pow10(r.IntN(7)),
		} {
			got, ok := appendShortest(nil, f)
			if ok {
				want := strconv.FormatFloat(f, 'f', -1, 64)
				require.Equal(t, want, string(got))
			}
		}
	}
}
