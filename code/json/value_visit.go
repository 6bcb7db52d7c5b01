package json

import (
	"strconv"

	"byhand/code/serde"
)

type valueVisitor Value

// Deserialize reads any value, from JSON or another format that
// describes itself.
func (v *Value) Deserialize(d serde.Deserializer) error {
	return d.Any((*valueVisitor)(v))
}

func (v *valueVisitor) Expecting() string { return "a value" }

func (v *valueVisitor) VisitNull() error {
	v.is = nil
	return nil
}

func (v *valueVisitor) VisitBool(is bool) error {
	v.is = is
	return nil
}

func (v *valueVisitor) VisitString(s string) error {
	v.is = s
	return nil
}

func (v *valueVisitor) VisitNumber(text []byte) error {
	v.is = Number{string(text)}
	return nil
}

func (v *valueVisitor) VisitInt(i int64) error {
	v.is = Number{strconv.FormatInt(i, 10)}
	return nil
}

func (v *valueVisitor) VisitUint(u uint64) error {
	v.is = Number{strconv.FormatUint(u, 10)}
	return nil
}

func (v *valueVisitor) VisitFloat(f float64) error {
	text, err := appendFloat(nil, f, 64)
	v.is = Number{string(text)}
	return err
}

func (v *valueVisitor) VisitSeq(a serde.SeqAccess) error {
	elems := []Value{}
	for {
		d, err := a.Next()
		if d == nil || err != nil {
			v.is = elems
			return err
		}
		var elem Value
		if err := elem.Deserialize(d); err != nil {
			return err
		}
		elems = append(elems, elem)
	}
}

func (v *valueVisitor) VisitMap(a serde.MapAccess) error {
	members := []Member{}
	index := map[string]int{}
	for {
		text, ok, err := a.Key()
		if !ok || err != nil {
			v.is = members
			return err
		}
		key := string(text)
		i, again := index[key]
		if again {
			err = serde.Again(a, key)
		} else {
			i = len(members)
			index[key] = i
			members = append(members, Member{Key: key})
		}
		if err == nil {
			err = members[i].Value.Deserialize(a.Value())
		}
		if err != nil {
			return err
		}
	}
}

// Serialize writes v.
func (v Value) Serialize(s serde.Serializer) error {
	switch is := v.is.(type) {
	case []Member:
		return serializeMembers(is, s)
	case bool:
		return s.Bool(is)
	case Number:
		return is.Serialize(s)
	case string:
		return s.String(is)
	case []Value:
		return serde.SerializeSlice(is, s, Value.Serialize)
	}
	return s.Null()
}

func serializeMembers(members []Member, s serde.Serializer) error {
	m, err := s.Map(len(members))
	if err != nil {
		return err
	}
	for _, member := range members {
		err := serde.SerializeField(
			m, member.Key, member.Value, Value.Serialize)
		if err != nil {
			return err
		}
	}
	return m.End()
}
