//go:build !arenatrace

package arena_test

import (
	"fmt"
	"os"

	"byhand/code/arena"
)

func ExampleArena() {
	a := arena.New(1024)
	ints := arena.For[int](a)
	x, y := ints.Put(42), ints.Put(100)
	fmt.Println(*ints.At(x), *ints.At(y))

	defer func() { fmt.Println(recover()) }()
	a.Reset()
	fmt.Println(*ints.At(x))
	// Output:
	// 42 100
	// arena of example_test.go:13: a reference of epoch 1, now is 2
}

func ExampleArena_Dump() {
	a := arena.New(1024)
	bytes := arena.For[byte](a)

	bytes.Slice(400)
	a.Reset()
	bytes.Slice(300)
	inner := a.Mark()
	bytes.In(inner).Slice(100)
	bytes.In(inner.Mark()).Slice(100)
	a.Dump(os.Stdout)
	inner.Release()
	a.Dump(os.Stdout)
	fmt.Printf("%+v\n", a.Stats())
	bytes.Slice(700)
	a.Reset()
	a.Dump(os.Stdout)
	// Output:
	// [#################aaaaaabbbbbbb..............................]
	// [##################------------..............................]
	// {Used:304 Peak:512 Limit:1024}
	// [------------------------------------------------------------]
}
