// Person goes to JSON, and comes back.
package main

import (
	"fmt"

	"byhand/code/json"
)

//go:generate go run byhand/code/cmd/derive

//derive:serialize,deserialize rename_all=lowercase
type Person struct {
	Name string
	Age  uint32
}

func main() {
	text, err := json.To(Person{Name: "Ann", Age: 36})
	fmt.Println(string(text), err)

	person, err := json.From[Person](text)
	fmt.Println(person, err)

	_, err = json.From[Person]([]byte(`{"name": "Ann", "age": -1}`))
	fmt.Println(err)
}
