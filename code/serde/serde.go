// Package serde is where types and formats meet that know nothing of
// each other.
//
// A type says of what it is made: it implements [Serialize] by calling
// a [Serializer], and [Deserialize] by handing visitors to a
// [Deserializer]. A format implements those two. So n types and m
// formats need n + m pieces of code, not n · m.
//
// The data model in the middle: null, booleans, integers, floats, text,
// bytes, options, sequences, maps with text as keys, structs, enums. It
// is Rust's (https://serde.rs/data-model.html) with fewer sizes.
package serde

// A Serializer is a format to which one value is written, by one call.
type Serializer interface {
	Null() error
	Bool(v bool) error
	Int(v int64) error
	Uint(v uint64) error
	Float(v float64, bits int) error // bits: 32 or 64
	String(v string) error
	Bytes(v []byte) error

	// Some says that an optional value is there (else: Null), which is
	// to be written to what it returns.
	Some() (Serializer, error)
	// Seq begins a sequence of n elements; -1: not known.
	Seq(n int) (SeqSerializer, error)
	// Map begins a map of n entries; -1: not known.
	Map(n int) (MapSerializer, error)
	// Struct begins a struct of n fields.
	Struct(name string, n int) (MapSerializer, error)
	// Variant writes the variant of that index and name, with what
	// belongs to it; nil: nothing does.
	Variant(
		enum string, index int, name string, content Serialize,
	) error
}

// Serialize is what a type implements that can be written.
type Serialize interface {
	Serialize(s Serializer) error
}

// A SeqSerializer takes the elements of a sequence.
type SeqSerializer interface {
	// Element returns where to write the next element.
	Element() (Serializer, error)
	End() error
}

// A MapSerializer takes the entries of a map or struct.
type MapSerializer interface {
	// Entry returns where to write the value that belongs to key.
	Entry(key string) (Serializer, error)
	End() error
}

// A Visitor is told what there is. It implements those of the
// interfaces below whose news it can bear; all else is an error that
// says what it was expecting: "a number", "struct Person".
type Visitor interface {
	Expecting() string
}

// A Deserializer is a format from which one value is read, by one call.
// The call says what the type hopes for, the visitor is told what is
// there. A format that describes itself, such as JSON, may ignore the
// hope; one that doesn't has nothing else to go by, and fails for Any.
type Deserializer interface {
	Any(v Visitor) error
	Bool(v Visitor) error
	Int(bits int, v Visitor) error
	Uint(bits int, v Visitor) error
	Float(bits int, v Visitor) error
	String(v Visitor) error
	Bytes(v Visitor) error
	Option(v Visitor) error
	Seq(v Visitor) error
	Map(v Visitor) error
	Struct(name string, fields []string, v Visitor) error
	Enum(name string, variants []string, v Visitor) error
	// Ignore steps over the value, whatever it is.
	Ignore() error
}

// Deserialize is what a pointer implements whose target can be read. If
// it fails, the target may be half filled.
type Deserialize interface {
	Deserialize(d Deserializer) error
}

// Target is a pointer to T that can be read. As the constraint of a
// second type parameter it is inferred: From[Person] finds *Person.
type Target[T any] interface {
	*T
	Deserialize
}

type (
	NullVisitor  interface{ VisitNull() error }
	BoolVisitor  interface{ VisitBool(v bool) error }
	IntVisitor   interface{ VisitInt(v int64) error }
	UintVisitor  interface{ VisitUint(v uint64) error }
	FloatVisitor interface{ VisitFloat(v float64) error }
	// StringVisitor may keep v.
	StringVisitor interface{ VisitString(v string) error }
	// BytesVisitor must not keep v.
	BytesVisitor interface{ VisitBytes(v []byte) error }
	SomeVisitor  interface{ VisitSome(d Deserializer) error }
	SeqVisitor   interface{ VisitSeq(a SeqAccess) error }
	MapVisitor   interface{ VisitMap(a MapAccess) error }
	// EnumVisitor gets the variant's index and what belongs to it; nil:
	// nothing is there.
	EnumVisitor interface {
		VisitEnum(index int, content Deserializer) error
	}
)

// SeqAccess has the elements of a sequence.
type SeqAccess interface {
	// Next returns from where to read the next element, or nil at the
	// end. The element must be read, or ignored, before the next call.
	Next() (Deserializer, error)
	// Len is the number of elements that remain, or -1: not known.
	Len() int
}

// MapAccess has the entries of a map or struct.
type MapAccess interface {
	// Key returns the next key, or false at the end. The bytes are
	// valid until the next call; the value must have been read by then.
	Key() (key []byte, ok bool, err error)
	// Value returns from where to read the value of that key.
	Value() Deserializer
	// Len is the number of entries that remain, or -1: not known.
	Len() int
}

// A Lookahead is a Deserializer that can read a value twice, because
// its format describes itself. Enums without a tag around them need it.
type Lookahead interface {
	Deserializer
	// Tagged returns the text under key in the map that comes next, and
	// from where to read that map as if the key weren't in it.
	Tagged(key string) (tag string, rest Deserializer, err error)
	// Try calls read. If that fails, the value is there to be read
	// again. Far says how far it got, to compare errors with.
	Try(read func(d Deserializer) error) (far int, err error)
}
