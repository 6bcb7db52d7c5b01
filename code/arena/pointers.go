package arena

import (
	"fmt"
	"reflect"
)

// pointer returns the type of the first pointer in a t, and the path
// that leads there.
func pointer(t reflect.Type) (path string, found reflect.Type) {
	switch t.Kind() {
	case reflect.Struct:
		for f := range t.Fields() {
			if path, found = pointer(f.Type); found != nil {
				return "." + f.Name + path, found
			}
		}
	case reflect.Array:
		if t.Len() > 0 {
			path, found = pointer(t.Elem())
			return "[0]" + path, found
		}
	case reflect.Pointer, reflect.UnsafePointer, reflect.String,
		reflect.Slice, reflect.Map, reflect.Chan, reflect.Func,
		reflect.Interface:
		return "", t
	}
	return "", nil
}

// mustBeFlat panics if there is a Go pointer in a T.
func mustBeFlat[T any]() {
	t := reflect.TypeFor[T]()
	if path, found := pointer(t); found != nil {
		panic(fmt.Sprintf("arena: %v%s has a pointer, as a %v",
			t, path, found))
	}
}
