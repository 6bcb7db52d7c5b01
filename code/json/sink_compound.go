package json

import "byhand/code/serde"

// AppendSlice writes an array of what elem writes.
func AppendSlice[T any](
	v []T, b []byte, k *Sink, elem func(*T, []byte, *Sink) []byte,
) []byte {
	if !k.Enter() {
		return b
	}
	b = append(b, '[')
	for i := range v {
		b = append(elem(&v[i], b, k), ',')
	}
	k.Leave()
	return closeWith(b, ']')
}

// AppendMap writes an object of what elem writes.
func AppendMap[M ~map[K]V, K ~string, V any](
	m M, b []byte, k *Sink, elem func(*V, []byte, *Sink) []byte,
) []byte {
	if !k.Enter() {
		return b
	}
	b = append(b, '{')
	for key, v := range m {
		b = append(AppendString(&key, b, k), ':')
		b = append(elem(&v, b, k), ',')
	}
	k.Leave()
	return closeWith(b, '}')
}

// AppendPointer writes null, or what p points to.
func AppendPointer[T any](
	p *T, b []byte, k *Sink, elem func(*T, []byte, *Sink) []byte,
) []byte {
	if p == nil {
		return append(b, "null"...)
	}
	return elem(p, b, k)
}

// AppendOption writes null, or the value.
func AppendOption[T any](
	o serde.Option[T], b []byte, k *Sink,
	elem func(*T, []byte, *Sink) []byte,
) []byte {
	v, ok := o.Get()
	if !ok {
		return append(b, "null"...)
	}
	return elem(&v, b, k)
}

// Show writes a value that can be written for a Serializer alone.
func Show[T any](
	v T, b []byte, k *Sink, write func(T, serde.Serializer) error,
) []byte {
	e := &encoder{b: b, depth: k.depth}
	if write(v, e) != nil {
		k.failed = true
	}
	return e.b
}
