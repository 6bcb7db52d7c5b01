package golden

// An Internal is tagged inside.
//
//derive:serialize,deserialize tag=type
type Internal interface{ internal() }

// An Adjacent is tagged beside.
//
//derive:serialize,deserialize tag=t content=c
type Adjacent interface{ adjacent() }

// OneOrMany is not tagged.
//
//derive:serialize,deserialize untagged
type OneOrMany interface{ oneOrMany() }

type (
	One  string
	Many []string
)

func (Empty) internal()  {}
func (Circle) internal() {}
func (Label) internal()  {}

func (Empty) adjacent()  {}
func (Circle) adjacent() {}
func (Square) adjacent() {}
func (Label) adjacent()  {}

func (One) oneOrMany()  {}
func (Many) oneOrMany() {}
