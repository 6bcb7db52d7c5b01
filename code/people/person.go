// Package people has types that can be written and read in any format,
// by hand.
package people

import (
	"slices"

	"byhand/code/serde"
)

// A Person has friends, and perhaps a nickname.
type Person struct {
	Name    string
	Age     uint8
	Friends People
	Nick    serde.Option[string]
}

func serializeNick(o serde.Option[string], s serde.Serializer) error {
	return serde.SerializeOption(o, s, serde.SerializeString)
}

// People are a sequence.
type People []Person

func (p People) Serialize(s serde.Serializer) error {
	return serde.SerializeSlice(p, s, Person.Serialize)
}

func (p Person) Serialize(s serde.Serializer) error {
	n := 3
	_, all := s.(serde.Positional)
	if all || !p.Nick.IsAbsent() {
		n = 4
	}
	m, err := s.Struct("Person", n)
	if err != nil {
		return err
	}
	err = serde.SerializeField(m, "name", p.Name, serde.SerializeString)
	if err != nil {
		return err
	}
	err = serde.SerializeField(m, "age", p.Age, serde.SerializeUint)
	if err != nil {
		return err
	}
	err = serde.SerializeField(
		m, "friends", p.Friends, People.Serialize)
	if err != nil {
		return err
	}
	if n == 4 {
		err = serde.SerializeField(m, "nick", p.Nick, serializeNick)
		if err != nil {
			return err
		}
	}
	return m.End()
}

type personVisitor Person

func (v *personVisitor) Expecting() string { return "struct Person" }

var personFields = []string{"name", "age", "friends", "nick"}

func (p *Person) Deserialize(d serde.Deserializer) error {
	return d.Struct("Person", personFields, (*personVisitor)(p))
}

func (p *People) Deserialize(d serde.Deserializer) error {
	return serde.DeserializeSlice(p, d, (*Person).Deserialize)
}

func (v *personVisitor) field(i int, d serde.Deserializer) error {
	switch i {
	case 0:
		return serde.DeserializeString(&v.Name, d)
	case 1:
		return serde.DeserializeUint(&v.Age, d)
	case 2:
		return v.Friends.Deserialize(d)
	case 3:
		return serde.DeserializeOption(
			&v.Nick, d, serde.DeserializeString)
	}
	return d.Ignore()
}

// complete reports the first field whose bit is not in seen, and which
// can't be absent.
func (v *personVisitor) complete(seen int) error {
	for i, field := range personFields[:3] {
		if seen&(1<<i) == 0 {
			return serde.Missing(field)
		}
	}
	return nil
}

func (v *personVisitor) VisitMap(a serde.MapAccess) error {
	seen := 0
	for {
		key, ok, err := a.Key()
		if err != nil {
			return err
		}
		if !ok {
			return v.complete(seen)
		}
		i := slices.Index(personFields, string(key))
		if i < 0 {
			i = len(personFields) // none of ours
		} else if seen&(1<<i) != 0 {
			err = serde.Again(a, personFields[i])
		}
		seen |= 1 << i
		if err == nil {
			err = v.field(i, a.Value())
		}
		if err != nil {
			return err
		}
	}
}
