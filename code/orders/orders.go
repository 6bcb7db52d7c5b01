// Package orders has documents to race with.
package orders

//go:generate go run byhand/code/cmd/derive

// Orders is a document of them.
//
//derive:serialize,deserialize
type Orders []Order

//derive:serialize,deserialize rename_all=snake_case
type Order struct {
	ID       int64
	Customer Customer
	Paid     bool
	Note     *string
	Items    []Item
	Place    [2]float64
}

//derive:serialize,deserialize rename_all=snake_case
type Customer struct {
	ID          uint64
	Name, Email string
}

//derive:serialize,deserialize rename_all=snake_case
type Item struct {
	SKU      string
	Quantity int
	Price    float64
}
