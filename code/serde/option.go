package serde

type state uint8

const (
	absent state = iota
	null
	some
)

// An Option is absent, null, or some value. The zero Option is absent.
//
// A struct leaves out an absent field where its format lets it (see
// [Positional]). Reading leaves a field that is not there as it was.
type Option[T any] struct {
	value T
	state state
}

// Some returns an Option with a value.
func Some[T any](v T) Option[T] { return Option[T]{v, some} }

// Null returns an Option that is there, and has no value.
func Null[T any]() Option[T] { return Option[T]{state: null} }

// Get returns the value, and whether there is one.
func (o Option[T]) Get() (value T, ok bool) {
	return o.value, o.state == some
}

// IsAbsent reports whether nothing was said at all.
func (o Option[T]) IsAbsent() bool { return o.state == absent }

// IsNull reports whether it was said that there is no value.
func (o Option[T]) IsNull() bool { return o.state == null }

type optionVisitor[T any] struct {
	to   *Option[T]
	elem func(*T, Deserializer) error
}

func (v *optionVisitor[T]) Expecting() string {
	return "a value or null"
}

func (v *optionVisitor[T]) VisitNull() error {
	*v.to = Null[T]()
	return nil
}

func (v *optionVisitor[T]) VisitSome(d Deserializer) error {
	*v.to = Option[T]{state: some}
	return v.elem(&v.to.value, d)
}

// DeserializeOption reads null, or a value with elem.
func DeserializeOption[T any](
	p *Option[T], d Deserializer, elem func(*T, Deserializer) error,
) error {
	return d.Option(&optionVisitor[T]{p, elem})
}

// SerializeOption writes o, its value with elem. If o is absent and the
// format can't say so, it is null.
func SerializeOption[T any](
	o Option[T], s Serializer, elem func(T, Serializer) error,
) error {
	switch o.state {
	case some:
		return SerializePointer(&o.value, s, elem)
	case absent:
		if s, ok := s.(Positional); ok {
			return s.Absent()
		}
	}
	return s.Null()
}

// A Positional is a Serializer whose format knows the fields of a
// struct by their position. None may be left out, so it can say of one
// that it is absent.
//
// A type asks for it: s.(Positional). So whoever wraps a Serializer
// that is Positional has to embed that, or the answer is hidden.
type Positional interface {
	Serializer
	Absent() error
}

// An AbsentVisitor can be told by a positional format that a field is
// absent. For other visitors of options that is null.
type AbsentVisitor interface{ VisitAbsent() error }

func (v *optionVisitor[T]) VisitAbsent() error {
	*v.to = Option[T]{}
	return nil
}
