package iterator_test

import (
	"fmt"
	"iter"
	"strconv"

	"byhand/code/iterator"
)

func even(x int) bool  { return x%2 == 0 }
func square(x int) int { return x * x }

func Example() {
	v := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}

	got := iterator.From(v).Filter(even).Map(square).Take(3).Collect()

	fmt.Println(got)
	// Output: [0 4 16]
}

func ExampleChunks() {
	v := []int{3, 1, 4, 1, 5}

	fmt.Println(iterator.Chunks(iterator.From(v), 2).Collect())
	fmt.Println(iterator.Windows(iterator.From(v), 4).Collect())
	// Output:
	// [[3 1] [4 1] [5]]
	// [[3 1 4 1] [1 4 1 5]]
}

func ExampleSeq_FlatMap() {
	upTo := func(n int) iter.Seq[int] {
		return iterator.Range(0, n).Iter()
	}
	three := iterator.From([]int{1, 2, 3})

	fmt.Println(three.FlatMap(upTo).Collect())
	// Output: [0 0 1 0 1 2]
}

func ExampleSeq_Zip() {
	prices := []int{3, 1, 4}

	for cents, count := range iterator.From(prices).Zip([]int{2, 5}) {
		fmt.Println(count, "for", cents*count)
	}
	// Output:
	// 2 for 6
	// 5 for 5
}

func ExampleSeq_Enumerate() {
	evenAt := iterator.From([]int{3, 1, 4, 1, 5, 9, 2, 6}).
		Enumerate().
		Filter(func(_, x int) bool { return even(x) }).
		Keys().
		Collect()

	fmt.Println(evenAt)
	// Output: [2 6 7]
}

func ExampleSeq_Reduce() {
	larger := func(acc, x int) int { return max(acc, x) }
	digits := iterator.From([]int{3, 1, 4})

	fmt.Println(digits.Reduce(larger))
	fmt.Println(digits.Skip(3).Reduce(larger))
	// Output:
	// 4 true
	// 0 false
}

type tally map[int]int

func (t *tally) Push(x int) {
	if *t == nil {
		*t = make(tally)
	}
	(*t)[x]++
}

func ExampleCollectInto() {
	digits := iterator.From([]int{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5})

	fmt.Println(iterator.CollectInto[tally](digits))
	fmt.Println(iterator.CollectSet(digits.Take(4)))
	fmt.Println(iterator.CollectMap(digits.Take(4).Enumerate()))
	fmt.Println(iterator.Join(iterator.Map(digits, strconv.Itoa), "-"))
	// Output:
	// map[1:2 2:1 3:2 4:1 5:3 6:1 9:1]
	// map[1:{} 3:{} 4:{}]
	// map[0:3 1:1 2:4 3:1]
	// 3-1-4-1-5-9-2-6-5-3-5
}

func ExampleCatch() {
	words := iterator.From([]string{"2", "4", "six", "8"})

	var err error
	parsed := iterator.TryMap(words, strconv.Atoi)
	numbers := iterator.Catch(&err, parsed)

	sum := iterator.Sum(numbers.Map(square))
	fmt.Println(sum, err)
	sum = iterator.Sum(numbers.Take(2))
	fmt.Println(sum, err)
	// Output:
	// 20 strconv.Atoi: parsing "six": invalid syntax
	// 6 <nil>
}

func ExampleTo() {
	v := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}

	words := iterator.To[string](iterator.From(v)).
		Filter(even).
		Map(strconv.Itoa).
		Filter(func(s string) bool { return s != "4" }).
		Collect()
	fmt.Printf("%q\n", words)

	halve := func(x int) float64 { return float64(x) / 2 }
	halves := iterator.To[float64](iterator.From(v)).Map(halve)
	fmt.Println(halves.Take(4).Collect())
	// Output:
	// ["0" "2" "6" "8"]
	// [0 0.5 1 1.5]
}

func ExampleRefs() {
	type account struct {
		owner, iban, bank string
		cents             int
	}
	accounts := []account{
		{"ann", "NL02", "abna", 50},
		{"bob", "DE89", "coba", 0},
	}

	iterator.Refs(accounts).
		Filter(func(a *account) bool { return a.cents == 0 }).
		ForEach(func(a *account) { a.cents = 10 })

	fmt.Println(accounts[0].cents, accounts[1].cents)
	// Output: 50 10
}
