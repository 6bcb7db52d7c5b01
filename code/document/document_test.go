package document

import (
	"encoding/json"
	"strings"
	"testing"

	"byhand/code/arena"
	"github.com/stretchr/testify/require"
)

// any returns what encoding/json would have read.
func (d Document) any(r arena.Rel[node]) any {
	n := d.nodes.Follow(r)
	s := string(d.bytes.All(n.text))
	elems, members := []any{}, map[string]any{}
	for r := n.first; !r.None(); r = d.nodes.Follow(r).next {
		key := string(d.bytes.All(d.nodes.Follow(r).key))
		members[key] = d.any(r)
		elems = append(elems, members[key])
	}
	return map[kind]any{
		null: nil, no: false, yes: true, number: json.Number(s),
		text: s, array: elems, object: members,
	}[n.kind]
}

const order = `{"id": 12.50, "to": {"name": "Ann Ö", "vip": true},
	"items": [{"sku": "A\"7", "n": null}, [], {}, false, "", -0]}`

func TestParseIsWhatGoReads(t *testing.T) {
	d, err := Parse(arena.New(1<<16), []byte(order))
	require.NoError(t, err)

	var want any
	oracle := json.NewDecoder(strings.NewReader(order))
	oracle.UseNumber()
	require.NoError(t, oracle.Decode(&want))
	require.Equal(t, want, d.any(d.root.Rel()))
}

func TestGet(t *testing.T) {
	a := arena.New(1 << 16)
	d, err := Parse(a, []byte(order))
	require.NoError(t, err)

	name, ok := d.Get("to", "name")
	require.True(t, ok)
	require.Equal(t, "Ann Ö", name)
	_, ok = d.Get("to", "age")
	require.False(t, ok)
	_, ok = d.Get("items", "")
	require.False(t, ok)

	a.Reset()
	require.Panics(t, func() { d.Get("to", "name") })
	d, err = Parse(a, []byte(`{"a": ]`))
	require.Error(t, err)
	require.Zero(t, d)
}

func TestParseWithoutRoom(t *testing.T) {
	d, err := Parse(arena.New(64), []byte(order))
	require.ErrorIs(t, err, arena.ErrFull)
	require.Zero(t, d)
	require.Panics(t, func() { Parse(nil, []byte(order)) })
}
