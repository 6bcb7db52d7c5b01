// Package kinds has a field of each kind that derive knows.
package kinds

import (
	"byhand/code/json"
	"byhand/code/serde"
)

//go:generate go run byhand/code/cmd/derive

// Strict must have its fields, and no others.
//
//derive:serialize,deserialize rename_all=lowercase deny_unknown_fields
type Strict struct {
	A int
	B *Strict
}

// A Name is text with a name.
type Name string

// A Color is one of two.
//
//derive:serialize,deserialize rename_all=lowercase
type Color uint8

const (
	Red Color = iota
	Green
)

// Kinds needs none of its fields.
//
//derive:serialize,deserialize rename_all=lowercase default
type Kinds struct {
	I, J  int8
	U     uint64
	F     float64
	G     float32
	Ok    bool
	Text  string
	Data  []byte
	Pair  [2]int64
	All   []string `serde:"skip_empty"`
	By    map[string]float64
	Maybe *[]int
	Nick  serde.Option[Name]
	Next  *Kinds
	Some  []Kinds
	Color Color
	Any   *json.Value
}
