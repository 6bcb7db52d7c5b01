package json_test

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"byhand/code/iterator"
	"byhand/code/json"
	"byhand/code/kinds"
)

func TestStreamsAreChains(t *testing.T) {
	for _, text := range []string{
		`[{"i":1}, {"i":2,"text":"]}"},{"i":3}]`,
		"{\"i\":1}\n{\"i\":2,\"text\":\"\\\"{\"}\n{\"i\":3}\n",
	} {
		var err error
		r := iotest.OneByteReader(strings.NewReader(text))
		all := iterator.Catch(&err, json.Stream[kinds.Kinds](r))
		odd := all.Filter(func(k kinds.Kinds) bool {
			return k.I%2 == 1
		})

		require.Equal(t, 2, odd.Count(), text)
		require.NoError(t, err)
	}
}

func ExampleStream() {
	log := "{\"i\":1}\n{\"i\":2}\n  {\"i\":\"three\"}\n{\"i\":4}\n"
	r := strings.NewReader(log)
	for k, err := range json.Stream[kinds.Kinds](r) {
		fmt.Println(k.I, err)
	}
	r = strings.NewReader(`[{"i":1}, {"i":300}]`)
	for k, err := range json.Stream[kinds.Kinds](r) {
		fmt.Println(k.I, err)
	}
	// Output:
	// 1 <nil>
	// 2 <nil>
	// 0 json: line 3, column 8, at $.i: expected an integer of 8 bits, found "three"
	// 1 <nil>
	// 0 json: line 1, column 16, at $[1].i: expected an integer of 8 bits, found 300
}

func TestStreamsEndWithTheirError(t *testing.T) {
	for text, kind := range map[string]error{
		`[{"i":1}`: json.EndOfInput, `[{"i":1},`: json.EndOfInput,
		`[{},]`: json.Syntax, `[{}] 1`: json.Syntax,
		`[{} {}]`: json.Syntax, `}`: json.Syntax, `{},`: json.Syntax, `{"i":`: json.EndOfInput,
		`[{}, {"i":true}]`: json.Data, `{"text":"`: json.EndOfInput,
		`[`: json.EndOfInput, `[{"i":1},{`: json.EndOfInput,
	} {
		var err error
		r := strings.NewReader(text)
		iterator.Catch(&err, json.Stream[kinds.Kinds](r)).Count()
		require.ErrorIs(t, err, kind, text)
	}
	for _, broken := range []io.Reader{
		iotest.ErrReader(errors.New("unplugged")), idle{},
	} {
		r := io.MultiReader(strings.NewReader("[{},{"), broken)
		var err error
		iterator.Catch(&err, json.Stream[kinds.Kinds](r)).Count()
		require.ErrorIs(t, err, json.IO)
	}
}

// idle gives nothing, and doesn't say why.
type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

// endless repeats a line as long as there are some left.
type endless struct{ lines int }

func (e *endless) Read(b []byte) (n int, err error) {
	const line = "{\"i\":7,\"text\":\"the quick brown fox\"}\n"
	for ; e.lines > 0 && n+len(line) < len(b); e.lines-- {
		n += copy(b[n:], line)
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func TestStreamsAreBounded(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var err error
	r := &endless{300_000}
	n := iterator.Catch(&err, json.Stream[kinds.Kinds](r)).Count()
	runtime.ReadMemStats(&after)

	require.NoError(t, err)
	require.Equal(t, 300_000, n)
	require.Less(t, after.HeapSys-min(before.HeapSys, after.HeapSys),
		uint64(16<<20))
}
