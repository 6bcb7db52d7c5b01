package arena

import "unsafe"

// sizeOf returns how many words n values take, or Max, which is more
// than any arena has, if they take more than Max bytes.
func sizeOf[T any](n int) uint64 {
	var v T
	each := uint64(unsafe.Sizeof(v))
	if each > 0 && uint64(n) > Max/each {
		return Max
	}
	return (uint64(n)*each + word - 1) / word
}

// Slice returns n zero values that are valid until the next Reset. Its
// capacity is what fits into their words.
func (t Typed[T]) Slice(n int) []T {
	s := t.room(n)
	clear(s[:cap(s)])
	return s
}

// room returns n values, and room for more in their words, whatever is
// in them.
func (t Typed[T]) room(n int) []T {
	var v T
	words, all := sizeOf[T](n), n
	if each := uint64(unsafe.Sizeof(v)); each > 0 {
		all = int(words * word / each)
	}
	at := t.a.take(words)
	// As in take: all the values have no more than these words.
	return unsafe.Slice((*T)(t.a.word(at)), all)[:n]
}

// Text returns a copy of s that is valid until the next Reset.
func (a *Arena) Text(s string) string {
	b := Typed[byte]{a: a}.room(len(s))
	copy(b, s)
	// b has no other name, so nobody changes it under the string.
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// Append is append for what Slice and Append return. It grows s where
// it is if s ends where all that was handed out ends, and copies it
// otherwise. The result is valid until the next Reset.
func (t Typed[T]) Append(s []T, v ...T) []T {
	n := len(s) + len(v)
	if n <= cap(s) {
		return append(s, v...)
	}
	grown := t.extend(s, n)
	copy(grown[len(s):], v)
	clear(grown[n:cap(grown)]) // as append does
	return grown
}

func (t Typed[T]) extend(s []T, n int) []T {
	if from, ok := t.last(s); ok {
		var v T
		each := int(unsafe.Sizeof(v))
		words := (from + n*each + word - 1) / word
		t.a.take(uint64(words) - uint64(t.a.off))
		// The words of s and the new ones are neighbours.
		all := (words*word - from) / each
		return unsafe.Slice(unsafe.SliceData(s), all)[:n]
	}
	more := max(n, 2*cap(s))
	if sizeOf[T](more) > uint64(t.a.end-t.a.off) {
		more = n
	}
	grown := t.room(more)[:n]
	copy(grown, s)
	return grown
}

// last returns how many bytes after base s begins, and whether it ends
// where what was handed out ends.
func (t Typed[T]) last(s []T) (from int, ok bool) {
	var v T
	each := int(unsafe.Sizeof(v))
	p := unsafe.Pointer(unsafe.SliceData(s))
	from = int(uintptr(p) - uintptr(t.a.base))
	if from < int(t.a.start)*word {
		return from, false
	}
	return from, each > 0 && from+len(s)*each == int(t.a.off)*word
}
