package corpus

// Canada is the border of Canada: floats.
//
//derive:serialize,deserialize rename_all=camelCase
type Canada struct {
	Type     string    `json:"type"`
	Features []Feature `json:"features"`
}

//derive:serialize,deserialize rename_all=camelCase
type Feature struct {
	Type       string     `json:"type"`
	Properties Properties `json:"properties"`
	Geometry   Geometry   `json:"geometry"`
}

//derive:serialize,deserialize rename_all=camelCase
type Properties struct {
	Name string `json:"name"`
}

//derive:serialize,deserialize rename_all=camelCase
type Geometry struct {
	Type        string         `json:"type"`
	Coordinates [][][2]float64 `json:"coordinates"`
}
