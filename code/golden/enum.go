package golden

// An External is tagged from outside.
//
//derive:serialize,deserialize
type External interface{ external() }

//derive:serialize,deserialize
type Color string

const (
	Red   Color = "red"
	Green Color = "green"
	Blue  Color = "blue"
)

//derive:serialize,deserialize rename_all=SCREAMING-KEBAB-CASE
type Case uint8

const (
	FirstName Case = iota
	Ok
)

//derive:serialize,deserialize
type Cases []Case

type Empty struct{}

//derive:serialize,deserialize rename_all=lowercase
type Circle struct{ Radius float64 }

type Square float64

//derive:serialize,deserialize rename=Named rename_all=lowercase
type Label struct {
	Name string
	Tags []string
}

//derive:serialize,deserialize
type Group []External

func (Empty) external()  {}
func (Circle) external() {}
func (Square) external() {}
func (*Label) external() {}
func (Group) external()  {}
