package golden

//derive:serialize,deserialize rename_all=lowercase
type Meta struct {
	Created int64
	Author  string
}

//derive:serialize,deserialize rename_all=lowercase
type Flat struct {
	ID    int64
	Meta  Meta `serde:"flatten"`
	Title string
}

//derive:serialize,deserialize rename_all=lowercase
type FlatDeep struct {
	Top int64
	Flat
}

//derive:serialize,deserialize rename_all=lowercase
type FlatMap struct {
	ID   int64
	Rest map[string]int64 `serde:"flatten"`
}
