package iterator

import "strings"

// CollectMap returns a new map of the pairs. Of several with the same
// key, it has the last.
func CollectMap[K comparable, V any](
	s func(yield func(K, V) bool),
) map[K]V {
	m := make(map[K]V)
	s(func(k K, v V) bool {
		m[k] = v
		return true
	})
	return m
}

// CollectSet returns a new map whose keys are the elements.
func CollectSet[T comparable](
	s func(yield func(T) bool),
) map[T]struct{} {
	set := make(map[T]struct{})
	s(func(x T) bool {
		set[x] = struct{}{}
		return true
	})
	return set
}

// Join returns the strings one after another, with sep between them.
func Join(s func(yield func(string) bool), sep string) string {
	var b strings.Builder
	between := ""
	s(func(x string) bool {
		b.WriteString(between)
		b.WriteString(x)
		between = sep
		return true
	})
	return b.String()
}

// Collector is satisfied by *C if C is a container that elements can be
// pushed to. The zero C must be empty and ready to use.
type Collector[C, T any] interface {
	*C
	Push(T)
}

// CollectInto pushes the elements to a new C, in order, and returns it.
func CollectInto[C, T any, P Collector[C, T]](
	s func(yield func(T) bool),
) (c C) {
	s(func(x T) bool {
		P(&c).Push(x)
		return true
	})
	return c
}
