package serde

import (
	"maps"
	"slices"
)

// ErrPositional is the error of a struct whose fields are known by
// their names alone, in a format that has no names.
var ErrPositional = Invalid("a format with names", "one without")

// SerializeRest writes entries into the struct m, in the order of their
// keys, none of which may be one of its fields.
func SerializeRest[K ~string, V any](
	rest map[K]V, m MapSerializer, elem func(V, Serializer) error,
	fields ...string,
) error {
	for _, key := range slices.Sorted(maps.Keys(rest)) {
		if slices.Contains(fields, string(key)) {
			return Duplicate(string(key))
		}
		err := SerializeField(m, string(key), rest[key], elem)
		if err != nil {
			return err
		}
	}
	return nil
}

// DeserializeRest reads the value of a key that a struct has no field
// for.
func DeserializeRest[M ~map[K]V, K ~string, V any](
	rest *M, a MapAccess, key string,
	elem func(*V, Deserializer) error,
) error {
	if _, ok := (*rest)[K(key)]; ok {
		if err := Again(a, key); err != nil {
			return err
		}
	}
	if *rest == nil {
		*rest = M{}
	}
	var v V
	err := elem(&v, a.Value())
	(*rest)[K(key)] = v
	return err
}
