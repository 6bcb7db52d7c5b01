package golden

//derive:serialize,deserialize rename_all=camelCase
type Camel struct {
	FirstName string
	Id2       int64
	HTMLPage  string
	Renamed   int64 `serde:"rename=X"`
	Own       int64
}

//derive:serialize,deserialize rename_all=lowercase deny_unknown_fields
type Strict struct {
	A int64
	B string `serde:"skip_empty"`
}

//derive:serialize,deserialize rename_all=lowercase
type SkipEmpty struct {
	Text    string           `serde:"skip_empty"`
	List    []int64          `serde:"skip_empty"`
	Map     map[string]int64 `serde:"skip_empty"`
	Number  int64            `serde:"skip_empty"`
	Flag    bool             `serde:"skip_empty"`
	Pointer *int64           `serde:"skip_empty"`
	Last    int64            `serde:"default"`
}
