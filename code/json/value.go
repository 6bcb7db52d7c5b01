package json

// A Value is any JSON there is. The zero Value is null.
//
// Numbers keep their text, objects the order of their members. Values
// can't be compared: == panics if they are arrays or objects.
type Value struct {
	is any // nil, bool, Number, string, []Value or []Member
}

// A Member is a key of an object with its value.
type Member struct {
	Key   string
	Value Value
}

// Null reports whether v is null.
func (v Value) Null() bool { return v.is == nil }

// Bool returns the boolean that v is, if it is one.
func (v Value) Bool() (is, ok bool) {
	is, ok = v.is.(bool)
	return is, ok
}

// Number returns the number that v is, if it is one.
func (v Value) Number() (n Number, ok bool) {
	n, ok = v.is.(Number)
	return n, ok
}

// Text returns the string that v is, if it is one.
func (v Value) Text() (s string, ok bool) {
	s, ok = v.is.(string)
	return s, ok
}

// Array returns the elements of the array that v is, if it is one. They
// are shared with all copies of v, and not to be written to.
func (v Value) Array() (elems []Value, ok bool) {
	elems, ok = v.is.([]Value)
	return elems, ok
}

// Object returns the members of the object that v is, if it is one. It
// shares them like Array.
func (v Value) Object() (members []Member, ok bool) {
	members, ok = v.is.([]Member)
	return members, ok
}

// Get returns what the object v has under key, or null.
func (v Value) Get(key string) Value {
	members, _ := v.Object()
	for _, m := range members {
		if m.Key == key {
			return m.Value
		}
	}
	return Value{}
}

// At returns element i of the array v, or null.
func (v Value) At(i int) Value {
	elems, _ := v.Array()
	if i < 0 || i >= len(elems) {
		return Value{}
	}
	return elems[i]
}
