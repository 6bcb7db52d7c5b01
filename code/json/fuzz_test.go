package json_test

import (
	"bytes"
	stdjson "encoding/json"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
)

// plain returns v as encoding/json would have read it.
func plain(v json.Value) any {
	if s, ok := v.Text(); ok {
		return s
	}
	if is, ok := v.Bool(); ok {
		return is
	}
	if n, ok := v.Number(); ok {
		return stdjson.Number(n.String())
	}
	return plainParts(v)
}

func plainParts(v json.Value) any {
	if elems, ok := v.Array(); ok {
		all := []any{}
		for _, elem := range elems {
			all = append(all, plain(elem))
		}
		return all
	}
	if members, ok := v.Object(); ok {
		all := map[string]any{}
		for _, m := range members {
			all[m.Key] = plain(m.Value)
		}
		return all
	}
	return nil
}

func FuzzLaxAgainstStandard(f *testing.F) {
	for _, in := range cases() {
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		got, err := json.From[json.Value](
			in, json.AllowDuplicateKeys(), json.AllowInvalidUTF8())
		require.Equal(t, stdjson.Valid(in), err == nil, "%v", err)
		if err != nil {
			require.Contains(t, err.Error(), "json: line ")
			return
		}
		var want any
		d := stdjson.NewDecoder(bytes.NewReader(in))
		d.UseNumber()
		require.NoError(t, d.Decode(&want))
		require.Equal(t, want, plain(got))
	})
}

func FuzzLimits(f *testing.F) {
	for _, in := range cases() {
		f.Add([]byte(in), 3, 2)
	}
	f.Fuzz(func(t *testing.T, in []byte, size, depth int) {
		v, free := json.From[json.Value](in)
		got, err := json.From[json.Value](in, json.MaxSize(size),
			json.MaxDepth(min(depth, 1000)))
		if !errors.Is(err, json.Limit) {
			require.Equal(t, free, err)
			require.Equal(t, v, got)
		}
	})
}

func FuzzThereAndBack(f *testing.F) {
	for _, in := range cases() {
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		v, err := json.From[json.Value](in)
		if err != nil {
			return
		}
		require.True(t, stdjson.Valid(in))
		out, err := json.To(v)
		require.NoError(t, err)
		again, err := json.From[json.Value](out)
		require.NoError(t, err)
		require.Equal(t, v, again)
		twice, err := json.To(again)
		require.NoError(t, err)
		require.Equal(t, out, twice)
	})
}
