package golden

import "byhand/code/serde"

//derive:serialize,deserialize rename_all=lowercase
type Page[T any] struct {
	Items []T
	Next  *string
}

//derive:serialize,deserialize rename_all=lowercase
type Item struct {
	SKU   string
	Price float64
	Count uint32
}

// Items have methods, because nothing about them is open.
//
//derive:serialize,deserialize rename_all=lowercase
type Items Page[Item]

//derive:serialize,deserialize rename_all=lowercase
type Options struct {
	Plain *int64
	List  []*int64
	Inner *string
	Three serde.Option[int64]
	Boxed *Items
}
