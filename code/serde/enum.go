package serde

import (
	"fmt"
	"slices"
)

// NoVariant is the error of a value that is no variant of an enum.
func NoVariant(enum string, v any) error {
	return Invalid("a variant of "+enum, fmt.Sprintf("%T %[1]v", v))
}

// DeserializeUnit reads what belongs to a variant that is its name
// alone: nothing, or null.
func DeserializeUnit(d Deserializer) error {
	if d == nil {
		return nil
	}
	return d.Struct("", nil, unitVisitor{})
}

type unitVisitor struct{}

func (unitVisitor) Expecting() string { return "null" }

func (unitVisitor) VisitNull() error { return nil }

// VisitMap is told of a struct without fields, which is what a format
// that takes us at our word finds.
func (v unitVisitor) VisitMap(a MapAccess) error {
	if a.Len() != 0 {
		return Invalid(v.Expecting(), "a map")
	}
	_, _, err := a.Key()
	return err
}

// A tagger is a Serializer that puts an entry before those of a struct
// or map.
type tagger struct {
	Serializer
	tag, name string
	m         MapSerializer // once it has begun
}

func (t *tagger) begin(
	m MapSerializer, err error,
) (MapSerializer, error) {
	if err != nil {
		return nil, err
	}
	t.m = m
	return t, SerializeField(m, t.tag, t.name, SerializeString)
}

func (t *tagger) Entry(key string) (Serializer, error) {
	if key == t.tag {
		return nil, Duplicate(key)
	}
	return t.m.Entry(key)
}

func (t *tagger) End() error { return t.m.End() }

func (t *tagger) Struct(name string, n int) (MapSerializer, error) {
	if n >= 0 {
		n++
	}
	return t.begin(t.Serializer.Struct(name, n))
}

func (t *tagger) Map(n int) (MapSerializer, error) {
	if n >= 0 {
		n++
	}
	return t.begin(t.Serializer.Map(n))
}

// ErrOnce is the error of an enum whose variant is known only after
// looking ahead, in a format that can't.
var ErrOnce = Invalid(
	"a format that describes itself", "one that doesn't",
)

// SerializeInternal writes v, a struct or a map, with one entry more.
func SerializeInternal(
	v Serialize, s Serializer, enum, tag, name string,
) error {
	if _, ok := s.(Positional); ok {
		return ErrOnce
	}
	t := &tagger{Serializer: s, tag: tag, name: name}
	if v != nil {
		return v.Serialize(t)
	}
	m, err := t.Struct(enum, 0)
	if err != nil {
		return err
	}
	return m.End()
}

// SerializeUntagged writes v, and null for nil.
func SerializeUntagged(v Serialize, s Serializer) error {
	if _, ok := s.(Positional); ok {
		return ErrOnce
	}
	if v == nil {
		return s.Null()
	}
	return v.Serialize(s)
}

// DeserializeInternal reads a struct or a map that says under tag which
// variant it is.
func DeserializeInternal(
	d Deserializer, tag string, variants []string, v EnumVisitor,
) error {
	ahead, ok := d.(Lookahead)
	if !ok {
		return ErrOnce
	}
	name, rest, err := ahead.Tagged(tag)
	if err != nil {
		return err
	}
	i := slices.Index(variants, name)
	if i < 0 {
		return UnknownVariant(name, variants)
	}
	return v.VisitEnum(i, rest)
}

// DeserializeNoField reads what is left of a struct beside its tag.
func DeserializeNoField(d Deserializer) error {
	return d.Struct("", nil, noFieldVisitor{})
}

type noFieldVisitor struct{}

func (noFieldVisitor) Expecting() string { return "a struct" }

func (noFieldVisitor) VisitMap(a MapAccess) error {
	for {
		_, ok, err := a.Key()
		if !ok || err != nil {
			return err
		}
		if err := a.Value().Ignore(); err != nil {
			return err
		}
	}
}

// DeserializeUntagged reads the first of n variants that fits. If none
// does, the error is that of the one that got furthest.
func DeserializeUntagged(d Deserializer, n int, v EnumVisitor) error {
	ahead, ok := d.(Lookahead)
	if !ok {
		return ErrOnce
	}
	best, err := -1, error(nil)
	for i := range n {
		far, e := ahead.Try(func(d Deserializer) error {
			return v.VisitEnum(i, d)
		})
		if e == nil {
			return nil
		}
		if far > best {
			best, err = far, e
		}
	}
	return err
}
