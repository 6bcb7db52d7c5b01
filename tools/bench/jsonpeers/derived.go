//go:build generated

package main

import (
	"byhand/code/json"
	"byhand/code/serde"
	"byhand/tools/bench/corpus"
)

// derived is what derive makes for a type.
type derived interface {
	serde.Serialize
	serde.Deserialize
}

// options of ours: a resource's fields that the types leave out are
// unknown fields, which the others step over without being asked to.
func options[T any]() []json.Option {
	if _, ok := any(new(T)).(*corpus.Synthea); ok {
		return []json.Option{json.AllowUnknownFields()}
	}
	return nil
}

// derivedDecoders has three: strings are copies, strings share memory
// with the text, and what any other format would get.
func derivedDecoders[T any, P document[T]](text string) []decoder[T] {
	opts := options[T]()
	return []decoder[T]{
		{"derived", func(b []byte) (T, error) { return json.From[T, P](b, opts...) }},
		{"derived, shared", func([]byte) (T, error) { return json.FromString[T, P](text, opts...) }},
		{"derived, visitors", func(b []byte) (T, error) {
			return json.FromFunc(b, func(v *T, d serde.Deserializer) error {
				return P(v).Deserialize(d)
			}, opts...)
		}},
	}
}

func derivedEncoders[T any, P document[T]]() []encoder[T] {
	return []encoder[T]{
		{"derived", func(v *T) ([]byte, error) { return json.To(P(v)) }},
		{"derived, visitors", func(v *T) ([]byte, error) {
			return json.ToFunc(v, func(v *T, s serde.Serializer) error {
				return P(v).Serialize(s)
			})
		}},
	}
}
