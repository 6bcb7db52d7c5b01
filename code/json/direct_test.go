package json_test

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
	"byhand/code/kinds"
	"byhand/code/serde"
	"github.com/stretchr/testify/assert"
)

// sorted is v in JSON, where -0 isn't 0.
func sorted(t *testing.T, v serde.Serialize) string {
	text, err := json.To(v, json.SortKeys())
	require.NoError(t, err)
	return string(text)
}

// rare is what may be left to the visitors.
var rare = regexp.MustCompile(`-0|[0-9]{19}|[eE][+]?[0-9]{2}`)

// same holds the direct path against the visitors.
func same[T serde.Serialize, P serde.Target[T]](
	t *testing.T, text []byte, opts ...json.Option,
) {
	var fast, slow T
	ok := json.Direct(text, P(&fast), opts...)
	err := json.Decode(text, P(&slow), opts...)
	if ok {
		require.NoError(t, err, "%s", text)
		require.Equal(t, slow, fast, "%s", text)
		require.Equal(t, sorted(t, slow), sorted(t, fast))
	} else if err == nil {
		require.Regexp(t, rare, string(text))
	}
	from, bad := json.From[T, P](text, opts...)
	require.Equal(t, err, bad)
	shared, bad := json.FromString[T, P](string(text), opts...)
	require.Equal(t, err, bad)
	if err == nil {
		require.Equal(t, slow, from)
		require.Equal(t, slow, shared)
	}
}

func TestFromStringShares(t *testing.T) {
	text := `{"text":"` + strings.Repeat("x", 1000) + `"}`

	k, err := json.FromString[kinds.Kinds](text)
	require.NoError(t, err)

	cut := text[9 : len(text)-2]
	require.Equal(t, cut, k.Text)
	require.Same(t, unsafe.StringData(cut), unsafe.StringData(k.Text))
}

var seeds = []string{
	`{"i":-128,"j":127,"u":18446744073709551615,"pair":[1,-0]}`,
	`{"f":-1.5e-7,"g":0.1,"ok":true,"text":"\n\u00e9\ud83d\ude00é"}`,
	` { "all" : [ "x" , "" ] , "by" : { "" : 0.0 , "a" : 1 } } `,
	`{"maybe":null,"nick":null,"next":{"next":null},"any":[{}]}`,
	`{"some":[{},{"ok":false}],"color":"green","data":"AAE=","z":1}`,
	`{"by":{"a":1,"a":2}}`, `{"i":1,"i":1}`, `{"i":1,}`, `{"i":01}`,
	`{"text":"\ud83d"}`, "{\"text\":\"\xff\"}", `{"i":1} 2`,
	`{"i":1.0}`,
	`{"f":9007199254740993,"j":1e2}`, `{"a":1,"b":{"a":2,"b":null}}`,
	"{         \"i\":1}", "{\n                 \"i\":1}",
	`{"text":"7 bytes","all":["8 bytes.","nine more","seventeen of them"]}`,
	"{\"text\":\"plain, then é高木貞治, then plain\"}",
	"{\"text\":\"eight bytes, and \xff\"}", `{"text":"eight more\n\u00e9"}`,
	`{"f":1e400}`, `{"f":-0}`, "{\"text\":\"\x00\"}", "{}\x00", `{"i":`,
}

func FuzzSame(f *testing.F) {
	for _, text := range seeds {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		same[kinds.Kinds](t, text)
		same[kinds.Kinds](t, text, json.AllowUnknownFields())
		same[kinds.Strict](t, text)
		sameText(t, text)
	})
}

// A level is read and written by hand.
type level struct{ kinds.Strict }

func (l level) Serialize(s serde.Serializer) error {
	return serde.SerializeInt(l.A, s)
}

func (l *level) Deserialize(d serde.Deserializer) error {
	return serde.DeserializeInt(&l.A, d)
}

func TestPromotedMethodsAreNotTaken(t *testing.T) {
	_, err := json.From[level]([]byte(`{"a":1}`))
	require.ErrorIs(t, err, json.Data)
	b, err := json.To(level{kinds.Strict{A: 1}})
	require.NoError(t, err)
	require.Equal(t, "1", string(b))
}

func TestValuesAreTheirOwn(t *testing.T) {
	long := strings.Repeat("long", 300)
	text := []byte(`{"text":"short","all":["\u0061b","` + long + `"],
		"any":["x",1.50],"data":"AAE=","by":{"key":1}}`)
	want, err := json.FromFunc(text, (*kinds.Kinds).Deserialize)
	require.NoError(t, err)
	other := bytes.ReplaceAll(text, []byte("o"), []byte("u"))

	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 200 {
				b := bytes.Clone(text)
				k, err := json.From[kinds.Kinds](b)
				clear(b)
				json.From[kinds.Kinds](other)
				assert.NoError(t, err)
				assert.Equal(t, want, k)
			}
		})
	}
	group.Wait()
}

func TestOneLargeElementFirst(t *testing.T) {
	text := []byte(`{"some":[{"text":"` + strings.Repeat("x", 1<<20) +
		`"}` + strings.Repeat(",{}", 3000) + `]}`)
	n := testing.AllocsPerRun(1, func() {
		json.From[kinds.Kinds](text)
	})
	require.Less(t, n, 100.0)
}

// sameText holds what is written directly against the visitors' text.
func sameText(t *testing.T, text []byte) {
	k, err := json.From[kinds.Kinds](text)
	if err != nil || len(k.By) > 1 {
		return
	}
	want, err := json.ToFunc(k, kinds.Kinds.Serialize)
	got, bad := json.To(k)
	require.Equal(t, err, bad)
	require.Equal(t, string(want), string(got))
	same[kinds.Kinds](t, got)
}
