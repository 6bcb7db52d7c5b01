package json

import (
	"bytes"
	std "encoding/json"
	"math"
	"math/rand/v2"
	"testing"
	"unicode/utf16"

	"byhand/code/people"
	"byhand/code/serde"
	"github.com/stretchr/testify/require"
)

// oracle returns what encoding/json makes of v, without its escapes
// for web pages.
func oracle(v any) (string, error) {
	var b bytes.Buffer
	e := std.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return string(bytes.TrimSpace(b.Bytes())), err
}

func TestStringsAgree(t *testing.T) {
	for r := range rune(0x11000) {
		if utf16.IsSurrogate(r) || r == 0x2028 || r == 0x2029 {
			continue
		}
		s := "a" + string(r) + "b"
		want, err := oracle(s)
		require.NoError(t, err)

		got, err := ToFunc(s, serde.SerializeString)

		require.NoError(t, err)
		require.Equal(t, want, string(got))
	}
}

func TestFloatsAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		bits := random.Uint64()
		agree(t, math.Float64frombits(bits))
		agree(t, math.Float32frombits(uint32(bits)))
		agree(t, math.Round(random.NormFloat64()*1e6)/1e3)
	}
}

func agree[T serde.Floating](t *testing.T, v T) {
	want, refused := oracle(v)
	got, err := ToFunc(v, serde.SerializeFloat)
	require.Equal(t, refused != nil, err != nil, v)
	require.Equal(t, want, string(got))
}

func TestFloatsAgreeAtTheEdges(t *testing.T) {
	for _, edge := range []float64{0, 1e-6, 1e21, math.MaxFloat32} {
		for _, to := range []float64{math.Inf(-1), edge, math.Inf(1)} {
			v := math.Nextafter(edge, to)
			short := math.Nextafter32(float32(edge), float32(to))
			agree(t, v)
			agree(t, -v)
			agree(t, short)
			agree(t, -short)
		}
	}
}

func TestNoPersonIsKnownHere(t *testing.T) {
	bob := people.Person{Name: "Bob", Age: 40}
	ann := people.Person{
		Name: `Ann "Ace" Lee`, Age: 34, Friends: people.People{bob},
	}
	b, err := To(ann)
	require.NoError(t, err)
	require.Equal(t, `{"name":"Ann \"Ace\" Lee","age":34,"friends":[`+
		`{"name":"Bob","age":40,"friends":[]}]}`, string(b))

	_, err = ToFunc("a\xff", serde.SerializeString)
	require.ErrorContains(t, err, `expected UTF-8, found "a\xff"`)
	_, err = ToFunc("again", endless)
	require.ErrorIs(t, err, ErrEncodeDeep)
}

func endless(v string, s serde.Serializer) error {
	seq, err := s.Seq(1)
	if err != nil {
		return err
	}
	if s, err = seq.Element(); err != nil {
		return err
	}
	return endless(v, s)
}

func TestSortedAndIndented(t *testing.T) {
	type maps = map[string]map[string]int
	for _, m := range []maps{
		{},
		{"b": {}, "a": {"y": 2, "x": 1, "": 3}, "é": nil, "B": {"": 4}},
	} {
		want, err := std.MarshalIndent(m, "", "  ")
		require.NoError(t, err)
		want = bytes.ReplaceAll(want, []byte("null"), []byte("{}"))

		got, err := ToFunc(m, writeMaps, Indent("  "), SortKeys())

		require.NoError(t, err)
		require.Equal(t, string(want), string(got))
	}
}

func writeMaps(m map[string]map[string]int, s serde.Serializer) error {
	return serde.SerializeMap(m, s, writeMap)
}

func writeMap(m map[string]int, s serde.Serializer) error {
	return serde.SerializeMap(m, s, serde.SerializeInt)
}

func TestNicknames(t *testing.T) {
	ann := people.Person{Name: "Ann", Age: 34}
	for nick, want := range map[serde.Option[string]]string{
		{}:                   `[]}`,
		serde.Null[string](): `[],"nick":null}`,
		serde.Some("Ace"):    `[],"nick":"Ace"}`,
	} {
		ann.Nick = nick
		b, err := To(ann)
		require.NoError(t, err)
		require.Equal(t, `{"name":"Ann","age":34,"friends":`+want,
			string(b))
	}
}
