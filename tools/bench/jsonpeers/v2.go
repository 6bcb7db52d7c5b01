//go:build generated && goexperiment.jsonv2

package main

import (
	"encoding/json"
	v2 "encoding/json/v2"
)

func decoders[T any, P document[T]](string) []decoder[T] {
	return []decoder[T]{
		{"encoding/json/v2", into(func(b []byte, v *T) error { return v2.Unmarshal(b, v) })},
		{"v1 made of v2", into(func(b []byte, v *T) error { return json.Unmarshal(b, v) })},
	}
}

func encoders[T any, P document[T]]() []encoder[T] {
	return []encoder[T]{
		{"encoding/json/v2", func(v *T) ([]byte, error) { return v2.Marshal(v) }},
		{"v1 made of v2", func(v *T) ([]byte, error) { return json.Marshal(v) }},
	}
}
