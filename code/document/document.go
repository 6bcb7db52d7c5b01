// Package document reads JSON into an arena.
package document

import (
	"byhand/code/arena"
	"byhand/code/json"
)

type kind uint8

const (
	null kind = iota
	no
	yes
	number
	text
	array
	object
)

type node struct {
	kind        kind
	key, text   arena.Span[byte]
	first, next arena.Rel[node] // of its children; of its parent's
}

// A Document is JSON in an arena, until that is reset.
type Document struct {
	nodes arena.Typed[node]
	bytes arena.Typed[byte]
	root  arena.Ref[node]
}

// Parse reads b, all of it, into a. Of keys that repeat it keeps all.
// If there is no room in a, that is an error, [arena.ErrFull]. What was
// read before an error stays in a until its Reset.
func Parse(a *arena.Arena, b []byte) (d Document, err error) {
	defer func() {
		switch why := recover(); why {
		case nil:
		case arena.ErrFull:
			d, err = Document{}, arena.ErrFull
		default:
			panic(why)
		}
	}()
	d = Document{nodes: arena.For[node](a), bytes: arena.For[byte](a)}
	d.root = d.nodes.Put(node{})
	r := reader{Document: d, at: d.root.Rel()}
	if _, err := json.FromFunc(b, r.read); err != nil {
		return Document{}, err
	}
	return d, nil
}

// Get returns the text of the string or number under keys, one inside
// of the other, and of other kinds "". Of keys that repeat it takes the
// first.
func (d Document) Get(keys ...string) (value string, ok bool) {
	n := d.nodes.At(d.root)
	for _, key := range keys {
		if n = d.member(n, key); n == nil {
			return "", false
		}
	}
	return string(d.bytes.All(n.text)), true
}

func (d Document) member(n *node, key string) *node {
	if n.kind != object {
		return nil
	}
	for r := n.first; !r.None(); r = n.next {
		n = d.nodes.Follow(r)
		if string(d.bytes.All(n.key)) == key {
			return n
		}
	}
	return nil
}
