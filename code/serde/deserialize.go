package serde

import "strconv"

// maxRoom is how many bytes are reserved on the word of an input that
// says how many elements follow.
const maxRoom = 1 << 12

// room returns for how many of n elements to reserve.
func room[T any](n int) int {
	return max(0, min(n, maxRoom/max(1, bitsOf[T]()/8)))
}

type sliceVisitor[S ~[]T, T any] struct {
	to   *S
	elem func(*T, Deserializer) error
}

func (v *sliceVisitor[S, T]) Expecting() string { return "a sequence" }

func (v *sliceVisitor[S, T]) VisitSeq(a SeqAccess) error {
	all := make(S, 0, room[T](a.Len()))
	for {
		d, err := a.Next()
		if d == nil || err != nil {
			*v.to = all
			return err
		}
		var zero T
		all = append(all, zero)
		if err := v.elem(&all[len(all)-1], d); err != nil {
			return err
		}
	}
}

// DeserializeSlice reads a sequence into a new slice, each element with
// elem.
func DeserializeSlice[S ~[]T, T any](
	p *S, d Deserializer, elem func(*T, Deserializer) error,
) error {
	return d.Seq(&sliceVisitor[S, T]{p, elem})
}

type arrayVisitor[T any] struct {
	to   []T
	elem func(*T, Deserializer) error
}

func (v *arrayVisitor[T]) Expecting() string {
	return "a sequence of " + strconv.Itoa(len(v.to))
}

func (v *arrayVisitor[T]) VisitSeq(a SeqAccess) error {
	for i := range v.to {
		d, err := a.Next()
		if err != nil {
			return err
		}
		if d == nil {
			return Invalid(v.Expecting(), strconv.Itoa(i))
		}
		if err := v.elem(&v.to[i], d); err != nil {
			return err
		}
	}
	if d, err := a.Next(); d == nil || err != nil {
		return err
	}
	return Invalid(v.Expecting(), "more")
}

// DeserializeArray reads a sequence of exactly len(v) elements into v.
func DeserializeArray[T any](
	v []T, d Deserializer, elem func(*T, Deserializer) error,
) error {
	return d.Seq(&arrayVisitor[T]{v, elem})
}

// A Repeating is a MapAccess whose format may let a key be there twice:
// then the last one counts, and is read over the first.
type Repeating interface {
	MapAccess
	Repeats() bool
}

// Again returns the error of a key that is there twice, if it is one.
func Again(a MapAccess, key string) error {
	if a, ok := a.(Repeating); ok && a.Repeats() {
		return nil
	}
	return Duplicate(key)
}

type mapVisitor[M ~map[K]V, K ~string, V any] struct {
	to   *M
	elem func(*V, Deserializer) error
}

func (v *mapVisitor[M, K, V]) Expecting() string { return "a map" }

func (v *mapVisitor[M, K, V]) VisitMap(a MapAccess) error {
	all := make(M)
	for {
		text, ok, err := a.Key()
		if !ok || err != nil {
			*v.to = all
			return err
		}
		key := K(text)
		if _, ok := all[key]; ok {
			if err := Again(a, string(key)); err != nil {
				return err
			}
		}
		var value V
		if err := v.elem(&value, a.Value()); err != nil {
			return err
		}
		all[key] = value
	}
}

// DeserializeMap reads a map into a new one, each value with elem.
func DeserializeMap[M ~map[K]V, K ~string, V any](
	p *M, d Deserializer, elem func(*V, Deserializer) error,
) error {
	return d.Map(&mapVisitor[M, K, V]{p, elem})
}

type pointerVisitor[T any] struct {
	to   **T
	elem func(*T, Deserializer) error
}

func (v *pointerVisitor[T]) Expecting() string {
	return "a value or null"
}

func (v *pointerVisitor[T]) VisitNull() error {
	*v.to = nil
	return nil
}

func (v *pointerVisitor[T]) VisitSome(d Deserializer) error {
	p := new(T)
	*v.to = p
	return v.elem(p, d)
}

// DeserializePointer reads null as nil, and else a new value with elem.
func DeserializePointer[T any](
	p **T, d Deserializer, elem func(*T, Deserializer) error,
) error {
	return d.Option(&pointerVisitor[T]{p, elem})
}
