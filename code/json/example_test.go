package json_test

import (
	"errors"
	"fmt"

	"byhand/code/json"
	"byhand/code/people"
)

func ExampleError() {
	in := `{
 "name": "Ann",
 "age": 34,
 "friends": [{"name": "Bob",
  "age": 340, "friends": []}]
}`
	_, err := json.From[people.Person]([]byte(in))
	var e *json.Error
	fmt.Println(errors.As(err, &e), e.Line, e.Column, e.Path)
	fmt.Printf("expected %s,\nfound %s\n", e.Expected, e.Found)
	// Output:
	// true 5 10 $.friends[0].age
	// expected an unsigned integer of 8 bits,
	// found 340
}

func ExampleValue() {
	in := `{"id": 9007199254740993, "tags": ["a", null], "b": 1e400}`
	v, err := json.From[json.Value]([]byte(in))
	id, ok := v.Get("id").Number()
	fmt.Println(id, ok, v.Get("tags").At(7).Null(), err)
	fmt.Println(id.Int())
	b, _ := v.Get("b").Number()
	fmt.Println(b.Float())

	out, err := json.To(v, json.SortKeys())
	fmt.Println(string(out), err)
	// Output:
	// 9007199254740993 true true <nil>
	// 9007199254740993 true
	// +Inf false
	// {"b":1e400,"id":9007199254740993,"tags":["a",null]} <nil>
}
