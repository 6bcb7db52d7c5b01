package document

import (
	"byhand/code/arena"
	"byhand/code/serde"
)

// A reader is told what a document has in it.
type reader struct {
	Document
	at arena.Rel[node] // what is told next is this
}

func (r *reader) Expecting() string { return "a value" }

func (r *reader) is(k kind, s []byte) error {
	n := r.nodes.Follow(r.at)
	n.kind, n.text = k, r.bytes.Span(s)
	return nil
}

func (r *reader) VisitNull() error { return r.is(null, nil) }

func (r *reader) VisitBool(b bool) error {
	if b {
		return r.is(yes, nil)
	}
	return r.is(no, nil)
}

func (r *reader) VisitNumber(s []byte) error {
	return r.is(number, s)
}

func (r *reader) VisitString(s string) error {
	return r.is(text, []byte(s))
}

// child puts a node, and links it from link, to be told next.
func (r *reader) child(link *arena.Rel[node], n node) *arena.Rel[node] {
	*link = r.nodes.Put(n).Rel()
	r.at = *link
	return &r.nodes.Follow(r.at).next
}

func (r *reader) VisitSeq(a serde.SeqAccess) error {
	n := r.nodes.Follow(r.at)
	n.kind = array
	for link := &n.first; ; {
		d, err := a.Next()
		if d == nil || err != nil {
			return err
		}
		link = r.child(link, node{})
		if err := d.Any(r); err != nil {
			return err
		}
	}
}

// read reads a value into the node at r.at, and has no other result.
func (r *reader) read(_ *struct{}, d serde.Deserializer) error {
	return d.Any(r)
}

func (r *reader) VisitMap(a serde.MapAccess) error {
	n := r.nodes.Follow(r.at)
	n.kind = object
	for link := &n.first; ; {
		key, more, err := a.Key()
		if !more || err != nil {
			return err
		}
		link = r.child(link, node{key: r.bytes.Span(key)})
		if err := a.Value().Any(r); err != nil {
			return err
		}
	}
}
