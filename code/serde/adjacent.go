package serde

import "slices"

// content writes what belongs to a variant: v, or for nil an empty
// struct.
func content(v Serialize, s Serializer) error {
	if v != nil {
		return v.Serialize(s)
	}
	m, err := s.Struct("", 0)
	if err != nil {
		return err
	}
	return m.End()
}

// SerializeAdjacent writes a struct of two entries: the name of the
// variant under tag, and what belongs to it under key.
func SerializeAdjacent(
	v Serialize, s Serializer, enum, tag, key, name string,
) error {
	_, all := s.(Positional)
	n := 1
	if v != nil || all {
		n = 2
	}
	m, err := s.Struct(enum, n)
	if err != nil {
		return err
	}
	err = SerializeField(m, tag, name, SerializeString)
	if err != nil {
		return err
	}
	if n == 2 {
		err := SerializeField(m, key, v, content)
		if err != nil {
			return err
		}
	}
	return m.End()
}

type adjacentVisitor struct {
	EnumVisitor
	tag, key string
	variants []string
	index    int // of the variant, or -1: not known yet
}

// find finds out which variant name is.
func (v *adjacentVisitor) find(name string) error {
	if v.index = slices.Index(v.variants, name); v.index < 0 {
		return UnknownVariant(name, v.variants)
	}
	return nil
}

func (v *adjacentVisitor) readTag(d Deserializer) error {
	var name string
	if err := DeserializeString(&name, d); err != nil {
		return err
	}
	return v.find(name)
}

// end is for a variant without a content.
func (v *adjacentVisitor) end(seen bool) error {
	if v.index < 0 {
		return Missing(v.tag)
	}
	if seen {
		return nil
	}
	return v.VisitEnum(v.index, nil)
}

func (v *adjacentVisitor) Expecting() string {
	return "an enum with " + v.tag + " and " + v.key
}

func (v *adjacentVisitor) VisitMap(a MapAccess) error {
	seen := false
	for {
		key, ok, err := a.Key()
		switch {
		case err != nil:
			return err
		case !ok:
			return v.end(seen)
		case v.index < 0 && string(key) == v.tag:
			err = v.readTag(a.Value())
		case v.index >= 0 && string(key) == v.key:
			if seen {
				return Duplicate(v.key)
			}
			seen = true
			err = v.VisitEnum(v.index, a.Value())
		default:
			err = a.Value().Ignore()
		}
		if err != nil {
			return err
		}
	}
}

// DeserializeAdjacent reads a struct of two entries: the name of a
// variant under tag, and what belongs to it under key. The first must
// come first if the format can't look ahead.
func DeserializeAdjacent(
	d Deserializer, enum, tag, key string, variants []string,
	v EnumVisitor,
) error {
	visitor := &adjacentVisitor{v, tag, key, variants, -1}
	ahead, ok := d.(Lookahead)
	if !ok {
		return d.Struct(enum, []string{tag, key}, visitor)
	}
	name, rest, err := ahead.Tagged(tag)
	if err != nil {
		return err
	}
	if err := visitor.find(name); err != nil {
		return err
	}
	return rest.Struct(enum, []string{key}, visitor)
}
