package json

import "byhand/code/serde"

// opened reports whether a bracket was written last. No value ends in
// one that opens, so then nothing stands in the brackets yet.
func (e *encoder) opened() bool {
	last := e.b[len(e.b)-1]
	return last == '[' || last == '{'
}

// next goes to where the next element or key stands.
func (e *encoder) next() {
	if !e.opened() {
		e.b = append(e.b, ',')
	}
	if e.pretty {
		e.line()
	}
}

func (e *encoder) open(bracket byte) error {
	if e.depth == encodeDepth {
		return ErrEncodeDeep
	}
	e.depth++
	e.b = append(e.b, bracket)
	return nil
}

func (e *encoder) close(bracket byte) {
	e.depth--
	if e.pretty && !e.opened() {
		e.line()
	}
	e.b = append(e.b, bracket)
}

// Arrays and objects are written by the same encoder under other names,
// so that beginning one allocates nothing.
type (
	arrayEncoder  encoder
	objectEncoder encoder
)

func (e *encoder) Seq(int) (serde.SeqSerializer, error) {
	return (*arrayEncoder)(e), e.open('[')
}

func (a *arrayEncoder) Element() (serde.Serializer, error) {
	e := (*encoder)(a)
	e.next()
	return e, nil
}

func (a *arrayEncoder) End() error {
	(*encoder)(a).close(']')
	return nil
}

func (e *encoder) name(key string) (err error) {
	if e.b, err = appendString(e.b, key); err != nil {
		return err
	}
	e.b = append(e.b, ':')
	if e.pretty {
		e.b = append(e.b, ' ')
	}
	return nil
}

func (e *encoder) Map(int) (serde.MapSerializer, error) {
	err := e.open('{')
	if !e.sort || err != nil {
		return (*objectEncoder)(e), err
	}
	e.spans = append(e.spans, span{start: len(e.b), bracket: true})
	return (*sortEncoder)(e), nil
}

func (e *encoder) Struct(string, int) (serde.MapSerializer, error) {
	return (*objectEncoder)(e), e.open('{')
}

func (o *objectEncoder) Entry(key string) (serde.Serializer, error) {
	e := (*encoder)(o)
	e.next()
	return e, e.name(key)
}

func (o *objectEncoder) End() error {
	(*encoder)(o).close('}')
	return nil
}

// Some writes nothing: in JSON what is there is its value alone.
func (e *encoder) Some() (serde.Serializer, error) { return e, nil }

// Variant writes "name" or {"name": content}.
func (e *encoder) Variant(
	_ string, _ int, name string, content serde.Serialize,
) error {
	if content == nil {
		return e.String(name)
	}
	if err := e.open('{'); err != nil {
		return err
	}
	e.next()
	if err := e.name(name); err != nil {
		return err
	}
	if err := content.Serialize(e); err != nil {
		return err
	}
	e.close('}')
	return nil
}

func (e *encoder) line() {
	e.b = append(e.b, '\n')
	for range e.depth {
		e.b = append(e.b, e.unit...)
	}
}
