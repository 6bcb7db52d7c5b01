package json_test

import "byhand/code/serde"

// An either is {"of": [...], "x": ...} or {"of": [...], "y": ...}.
type either struct {
	is string
	of []either
}

func (e *either) Deserialize(d serde.Deserializer) (err error) {
	furthest := -1
	for _, e.is = range []string{"x", "y"} {
		far, wrong := d.(serde.Lookahead).Try(e.read)
		if wrong == nil {
			return nil
		}
		if far > furthest {
			furthest, err = far, wrong
		}
	}
	return err
}

func (e *either) read(d serde.Deserializer) error {
	of := func(d serde.Deserializer) error {
		return serde.DeserializeSlice(&e.of, d, (*either).Deserialize)
	}
	f := form{"of": of, e.is: serde.Deserializer.Ignore}
	return f.Deserialize(d)
}
