package json

import "byhand/code/serde"

// direction reports whether a direct reader knows these options, and
// which.
func direction(opts []Option) (unknown, ok bool) {
	o := options{maxDepth: defaultDepth}
	for _, opt := range opts {
		opt(&o)
	}
	known := options{maxDepth: defaultDepth, unknown: o.unknown}
	return o.unknown, o == known
}

// A type with these methods, which derive writes, is read without
// visitors.
type directReader interface {
	DecodeJSON(s *Source, i int) int
	DerivedJSON(v any) bool // whether v is of the type itself
}

// direct tries to read doc into v without visitors. If it can't, v may
// be half filled.
func direct[D []byte | string](
	doc D, v serde.Deserialize, opts []Option,
) bool {
	r, ok := v.(directReader)
	ok = ok && r.DerivedJSON(v)
	unknown := false
	if ok && len(opts) > 0 {
		unknown, ok = direction(opts)
	}
	if !ok {
		return false
	}
	s := newSource(doc)
	s.unknown = unknown
	if text, ok := any(doc).(string); ok {
		s.share = text
	}
	i := s.space(r.DecodeJSON(s, 0))
	ok = i == s.end && !s.failed
	s.close()
	return ok
}

// visited is From by way of the visitors.
func visited[T any, P serde.Target[T]](
	b []byte, opts []Option,
) (T, error) {
	var v, none T
	if err := Decode(b, P(&v), opts...); err != nil {
		return none, err
	}
	return v, nil
}

// Visit reads a value that can be read by visitors alone.
func Visit[T any](
	p *T, s *Source, i int, read func(*T, serde.Deserializer) error,
) int {
	d := &decoder{
		options: options{maxDepth: defaultDepth, unknown: s.unknown},
		b:       s.B[:s.end],
		i:       min(i, s.end),
		depth:   s.depth,
		again:   s.again,
	}
	err := read(p, d)
	if s.again = d.again; err != nil {
		return s.Fail()
	}
	return d.i
}

// FromString is From for a string, of which it cuts the strings of the
// value: as long as one of them is in use, all of text stays in memory.
func FromString[T any, P serde.Target[T]](
	text string, opts ...Option,
) (T, error) {
	var v T
	if direct(text, P(&v), opts) {
		return v, nil
	}
	return visited[T, P]([]byte(text), opts)
}
