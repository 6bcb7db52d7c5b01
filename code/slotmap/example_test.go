package slotmap_test

import (
	"fmt"

	"byhand/code/slotmap"
)

func ExampleMap() {
	var sessions slotmap.Map[string]
	ann := sessions.Insert("ann")
	sessions.Insert("bob")

	sessions.Remove(ann)
	sessions.Insert("cleo") // takes Ann's slot

	_, ok := sessions.Get(ann)
	fmt.Println("ann is in:", ok)
	for _, name := range sessions.All() {
		fmt.Println(name)
	}
	// Unordered output:
	// ann is in: false
	// bob
	// cleo
}
