package serde

// VisitNull tells v of a null.
func VisitNull(v Visitor) error {
	if v, ok := v.(NullVisitor); ok {
		return v.VisitNull()
	}
	return Invalid(v.Expecting(), "null")
}

// VisitBool tells v of a boolean.
func VisitBool(v Visitor, b bool) error {
	if v, ok := v.(BoolVisitor); ok {
		return v.VisitBool(b)
	}
	return Invalid(v.Expecting(), "a boolean")
}

// VisitInt tells v of an integer.
func VisitInt(v Visitor, i int64) error {
	if v, ok := v.(IntVisitor); ok {
		return v.VisitInt(i)
	}
	return Invalid(v.Expecting(), "an integer")
}

// VisitUint tells v of an integer.
func VisitUint(v Visitor, u uint64) error {
	if v, ok := v.(UintVisitor); ok {
		return v.VisitUint(u)
	}
	return Invalid(v.Expecting(), "an integer")
}

// VisitFloat tells v of a number.
func VisitFloat(v Visitor, f float64) error {
	if v, ok := v.(FloatVisitor); ok {
		return v.VisitFloat(f)
	}
	return Invalid(v.Expecting(), "a number")
}

// VisitString tells v of text.
func VisitString(v Visitor, s string) error {
	if v, ok := v.(StringVisitor); ok {
		return v.VisitString(s)
	}
	return Invalid(v.Expecting(), "a string")
}

// VisitBytes tells v of bytes.
func VisitBytes(v Visitor, b []byte) error {
	if v, ok := v.(BytesVisitor); ok {
		return v.VisitBytes(b)
	}
	return Invalid(v.Expecting(), "bytes")
}

// VisitSome tells v of an optional value that is there.
func VisitSome(v Visitor, d Deserializer) error {
	if v, ok := v.(SomeVisitor); ok {
		return v.VisitSome(d)
	}
	return Invalid(v.Expecting(), "an optional value")
}

// VisitSeq tells v of a sequence.
func VisitSeq(v Visitor, a SeqAccess) error {
	if v, ok := v.(SeqVisitor); ok {
		return v.VisitSeq(a)
	}
	return Invalid(v.Expecting(), "a sequence")
}

// VisitMap tells v of a map or a struct.
func VisitMap(v Visitor, a MapAccess) error {
	if v, ok := v.(MapVisitor); ok {
		return v.VisitMap(a)
	}
	return Invalid(v.Expecting(), "a map")
}

// VisitEnum tells v of a variant.
func VisitEnum(v Visitor, index int, content Deserializer) error {
	if v, ok := v.(EnumVisitor); ok {
		return v.VisitEnum(index, content)
	}
	return Invalid(v.Expecting(), "an enum")
}

// VisitAbsent tells v of an absent field: null, if it can't tell apart.
func VisitAbsent(v Visitor) error {
	if v, ok := v.(AbsentVisitor); ok {
		return v.VisitAbsent()
	}
	return VisitNull(v)
}
