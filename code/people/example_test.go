package people_test

import (
	"fmt"

	"byhand/code/json"
	"byhand/code/pack"
	"byhand/code/people"
	"byhand/code/serde"
)

func Example() {
	ann := people.Person{Name: "Ann", Age: 34, Nick: serde.Some("Ace")}
	text, _ := json.To(ann)
	bytes, _ := pack.To(ann)
	back, err := pack.From[people.Person](bytes)

	fmt.Println(string(text))
	fmt.Printf("%q\n", bytes)
	fmt.Println(back.Name, back.Age, err)
	// Output:
	// {"name":"Ann","age":34,"friends":[],"nick":"Ace"}
	// "\x03Ann\"\x00\x01\x03Ace"
	// Ann 34 <nil>
}
