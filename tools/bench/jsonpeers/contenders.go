//go:build generated

package main

import (
	"encoding/json"
	"hash/fnv"
	"reflect"

	"github.com/mailru/easyjson"
)

// document is what the types in package corpus can do, by what was
// generated for them.
type document[T any] interface {
	*T
	derived
	easyjson.Marshaler
	easyjson.Unmarshaler
}

type (
	decoder[T any] struct {
		name   string
		decode func(data []byte) (T, error)
	}
	encoder[T any] struct {
		name   string
		encode func(v *T) ([]byte, error)
	}
)

// contenders returns those who read data, or write what it says.
func contenders[T any, P document[T]](data []byte, encode bool) ([]contender, error) {
	var value T
	if err := json.Unmarshal(data, &value); err != nil {
		return nil, err
	}
	var all []contender
	if encode {
		for _, e := range encoders[T, P]() {
			all = append(all, e.on(&value, len(data)))
		}
		return all, nil
	}
	for _, d := range decoders[T, P](string(data)) {
		all = append(all, d.on(data))
	}
	return all, nil
}

// into makes a function that returns a value of one that fills it.
func into[T any](fill func(data []byte, v *T) error) func([]byte) (T, error) {
	return func(data []byte) (v T, err error) {
		err = fill(data, &v)
		return v, err
	}
}

func (d decoder[T]) on(data []byte) contender {
	return contender{
		name: d.name, size: len(data),
		once: func() error {
			_, err := d.decode(data)
			return err
		},
		result: func() ([]byte, error) {
			v, err := d.decode(data)
			if err != nil {
				return nil, err
			}
			return canonical(&v)
		},
	}
}

func (e encoder[T]) on(v *T, size int) contender {
	return contender{
		name: e.name, size: size,
		once: func() error {
			_, err := e.encode(v)
			return err
		},
		result: func() ([]byte, error) {
			text, err := e.encode(v)
			if err != nil {
				return nil, err
			}
			back := new(T)
			if err := json.Unmarshal(text, back); err != nil {
				return nil, err
			}
			return canonical(back)
		},
	}
}

func (c contender) checksum() (int, error) {
	text, err := c.result()
	if err != nil {
		return 0, err
	}
	h := fnv.New64a()
	h.Write(text)
	return int(h.Sum64() >> 1), nil
}

// canonical returns v as JSON by encoding/json. Whether what is empty is
// nil may differ between contenders, so all of it becomes nil.
func canonical(v any) ([]byte, error) {
	empty(reflect.ValueOf(v).Elem())
	return json.Marshal(v)
}

func empty(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for _, field := range v.Fields() {
			empty(field)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			empty(v.Elem())
		}
	case reflect.Array:
		for i := range v.Len() {
			empty(v.Index(i))
		}
	case reflect.Slice:
		if v.Len() == 0 {
			v.SetZero()
		}
		for i := range v.Len() {
			empty(v.Index(i))
		}
	case reflect.Map:
		if v.Len() == 0 {
			v.SetZero()
		}
		for _, key := range v.MapKeys() {
			elem := reflect.New(v.Type().Elem()).Elem()
			elem.Set(v.MapIndex(key))
			empty(elem)
			v.SetMapIndex(key, elem)
		}
	}
}
