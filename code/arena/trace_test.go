//go:build arenatrace

package arena_test

import (
	"fmt"
	"strings"

	"byhand/code/arena"
)

func ExampleStale() {
	defer func() {
		said := fmt.Sprint(recover())
		fmt.Println(strings.ReplaceAll(said, "; ", "\n"))
	}()
	a := arena.New(1024)
	ints := arena.For[int](a)
	x := ints.Put(42)
	a.Reset()
	fmt.Println(*ints.At(x))
	// Output:
	// arena of trace_test.go:17: a reference of epoch 1, now is 2
	// put at trace_test.go:19
	// taken back at trace_test.go:20
}
