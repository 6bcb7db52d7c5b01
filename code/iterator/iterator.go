// Package iterator has loops that can be put together like words.
//
// A [Seq] is a recipe for a loop. Adaptors such as [Seq.Filter] make a
// new recipe from one. Consumers such as [Seq.Collect] run it, and so
// does range. Functions do what methods can't, because they need
// another type, ask more of the elements, or would make a type without
// end. They accept any function of the right shape, an [iter.Seq] among
// them; to call methods on one, convert it:
// iterator.Seq[int](maps.Keys(m)). A [Lane] is a Seq whose Map makes
// another type.
//
// Adaptors read nothing when they are made, and no more than they need
// when they run. They don't call yield again after it has returned
// false, if their source doesn't, and it has ended when they return, or
// panic because a function that they were given does. Each run begins
// from the start, unless it is said otherwise, and sees the source as
// it then is. A sequence may be run by several goroutines at a time if
// its source and its functions can bear it.
//
// A chain that is run where it is made is compiled to one loop, without
// calls or allocations between its elements, if the compiler can inline
// all of it. It can't if the chain uses the same method of the same
// type twice. That is why adaptors return types with other names, seqB
// to seqD: a method comes round after four. They have the methods of
// Seq, and convert to it. Functions and [To] start over with the first
// type. Nor can it inline [Zip], [Seq.Pull], the Push of [CollectInto],
// a second To, or functions that are parameters. Elements of more than
// four words or fields are copied at each stage, and arrays. What
// collects or groups elements allocates. The tests of this package
// check all but the copying.
package iterator

// Seq is a sequence: a function that calls yield with each element,
// until there are no more or yield returns false.
type Seq[T any] func(yield func(T) bool)

// From returns the sequence of the elements of v, in order.
func From[T any](v []T) Seq[T] {
	return func(yield func(T) bool) {
		for _, x := range v {
			if !yield(x) {
				return
			}
		}
	}
}

// Refs returns pointers to the elements of v. They name the elements
// themselves: what is changed through them is changed in v.
func Refs[T any](v []T) Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range v {
			if !yield(&v[i]) {
				return
			}
		}
	}
}

// Range returns the sequence of the numbers from low up to, but not
// including, high.
func Range(low, high int) Seq[int] {
	return func(yield func(int) bool) {
		for i := low; i < high; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

//go:generate go run ./rotate
