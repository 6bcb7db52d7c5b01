package json_test

import (
	"errors"
	"maps"
	"slices"

	"byhand/code/serde"
)

// A form reads a struct with these fields, all of which must be there.
type form map[string]func(d serde.Deserializer) error

func (f form) Expecting() string { return "a form" }

func (f form) Deserialize(d serde.Deserializer) error {
	return d.Struct("form", slices.Sorted(maps.Keys(f)), f)
}

func to[T any](
	p *T, read func(*T, serde.Deserializer) error,
) func(serde.Deserializer) error {
	return func(d serde.Deserializer) error { return read(p, d) }
}

func (f form) VisitMap(a serde.MapAccess) error {
	missing := maps.Clone(f)
	for {
		key, ok, err := a.Key()
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		read, ok := f[string(key)]
		if !ok {
			read = serde.Deserializer.Ignore
		}
		delete(missing, string(key))
		if err := read(a.Value()); err != nil {
			return err
		}
	}
	for key := range missing {
		return serde.Missing(key)
	}
	return nil
}

type shape struct {
	kind   string
	r      float64
	shapes []shape
}

func (s *shape) Deserialize(d serde.Deserializer) error {
	ahead, ok := d.(serde.Lookahead)
	if !ok {
		return errors.New("a format without tags")
	}
	tag, rest, err := ahead.Tagged("type")
	if err != nil {
		return err
	}
	switch s.kind = tag; tag {
	case "circle":
		r := to(&s.r, serde.DeserializeFloat[float64])
		return form{"r": r}.Deserialize(rest)
	case "group":
		return form{"of": func(d serde.Deserializer) error {
			return serde.DeserializeSlice(
				&s.shapes, d, (*shape).Deserialize)
		}}.Deserialize(rest)
	}
	return serde.UnknownVariant(tag, []string{"circle", "group"})
}
