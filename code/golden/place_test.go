package golden

import (
	"fmt"

	"byhand/code/json"
)

func ExampleDeserializeInternal() {
	text := []byte("{\"radius\":\"x\",\n\"type\":\"Circle\"}")
	_, err := json.FromFunc(text, DeserializeInternal)
	wrong := err.(*json.Error)
	fmt.Println(wrong.Line, wrong.Column, wrong.Path, wrong.Found)
	// Output: 1 11 $.radius "x"
}

func ExampleDeserializeOneOrMany() {
	_, err := json.FromFunc([]byte(`["a", 1]`), DeserializeOneOrMany)
	fmt.Println(err)
	// Output:
	// json: line 1, column 7, at $[1]: expected a string, found 1
}
