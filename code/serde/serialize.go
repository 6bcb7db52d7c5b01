package serde

// SerializeField writes v with write, as the field or entry of m that
// belongs to key.
func SerializeField[T any](
	m MapSerializer, key string, v T, write func(T, Serializer) error,
) error {
	to, err := m.Entry(key)
	if err != nil {
		return err
	}
	return write(v, to)
}

// SerializeBool writes v.
func SerializeBool[T ~bool](v T, s Serializer) error {
	return s.Bool(bool(v))
}

// SerializeString writes v.
func SerializeString[T ~string](v T, s Serializer) error {
	return s.String(string(v))
}

// SerializeBytes writes v as bytes, not as a sequence of numbers.
func SerializeBytes[T ~[]byte](v T, s Serializer) error {
	return s.Bytes(v)
}

// Signed and Unsigned are the integers that the model has.
type (
	Signed interface {
		~int | ~int8 | ~int16 | ~int32 | ~int64
	}
	Unsigned interface {
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
	}
	Floating interface{ ~float32 | ~float64 }
)

// SerializeInt writes v.
func SerializeInt[T Signed](v T, s Serializer) error {
	return s.Int(int64(v))
}

// SerializeUint writes v.
func SerializeUint[T Unsigned](v T, s Serializer) error {
	return s.Uint(uint64(v))
}

// SerializeFloat writes v.
func SerializeFloat[T Floating](v T, s Serializer) error {
	return s.Float(float64(v), bitsOf[T]())
}

// With returns v as something that can be written: by write. It is for
// what has no methods of its own: slices, maps, enums.
func With[T any](v T, write func(T, Serializer) error) Serialize {
	return with[T]{v, write}
}

type with[T any] struct {
	v     T
	write func(T, Serializer) error
}

func (w with[T]) Serialize(s Serializer) error {
	return w.write(w.v, s)
}

// SerializeSlice writes v as a sequence, each element with elem. A nil
// slice is an empty one.
func SerializeSlice[T any](
	v []T, s Serializer, elem func(T, Serializer) error,
) error {
	seq, err := s.Seq(len(v))
	if err != nil {
		return err
	}
	for i := range v {
		to, err := seq.Element()
		if err != nil {
			return err
		}
		if err := elem(v[i], to); err != nil {
			return err
		}
	}
	return seq.End()
}

// SerializeMap writes m as a map, each value with elem, in Go's order,
// which is none. A nil map is an empty one.
func SerializeMap[K ~string, V any](
	m map[K]V, s Serializer, elem func(V, Serializer) error,
) error {
	entries, err := s.Map(len(m))
	if err != nil {
		return err
	}
	for key, value := range m {
		err := SerializeField(entries, string(key), value, elem)
		if err != nil {
			return err
		}
	}
	return entries.End()
}

// SerializePointer writes null for nil, and else the target with elem.
func SerializePointer[T any](
	p *T, s Serializer, elem func(T, Serializer) error,
) error {
	if p == nil {
		return s.Null()
	}
	to, err := s.Some()
	if err != nil {
		return err
	}
	return elem(*p, to)
}
