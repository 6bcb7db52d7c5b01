package arena

import "unsafe"

// sizeOf returns how many words n values take, and more than any arena
// has if that can't be said in 64 bits.
func sizeOf[T any](n int) uint64 {
	var v T
	each := uint64(unsafe.Sizeof(v))
	if each > 0 && uint64(n) > Max/each {
		return Max
	}
	return (uint64(n)*each + word - 1) / word
}

// Slice returns n zero values that are valid until the next Reset.
func (t Typed[T]) Slice(n int) []T {
	s := t.room(n)
	clear(s)
	return s
}

// room returns n values, whatever is in them.
func (t Typed[T]) room(n int) []T {
	at := t.a.take(sizeOf[T](n))
	// As in take: n values have no more than these words.
	return unsafe.Slice((*T)(t.a.word(at)), n)
}

// Text returns a copy of s that is valid until the next Reset.
func (a *Arena) Text(s string) string {
	b := Typed[byte]{a: a}.room(len(s))
	copy(b, s)
	// b has no other name, so nobody changes it under the string.
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// Append is append for what Slice and Append return. It grows s where
// it is if nothing was handed out since, and moves it otherwise.
func (t Typed[T]) Append(s []T, v ...T) []T {
	n := len(s) + len(v)
	if n <= cap(s) {
		return append(s, v...)
	}
	grown := t.extend(s, n)
	copy(grown[len(s):], v)
	return grown
}

func (t Typed[T]) extend(s []T, n int) []T {
	p, had := unsafe.Pointer(unsafe.SliceData(s)), sizeOf[T](cap(s))
	if unsafe.Add(p, uintptr(had)*word) == t.a.word(t.a.off) {
		t.a.take(sizeOf[T](n) - had)
		// The words of s and the new ones are neighbours.
		return unsafe.Slice((*T)(p), n)
	}
	grown := t.room(max(n, 2*cap(s)))[:n]
	copy(grown, s)
	return grown
}
