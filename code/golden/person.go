// Package golden has types that derive writes methods for, to compare
// what becomes of them with what real serde makes of their twins.
package golden

//derive:serialize,deserialize
type Person struct {
	Name    string
	Age     uint8
	Email   *string
	Tags    []string
	Friends []Person
}

//go:generate go run byhand/code/cmd/derive
