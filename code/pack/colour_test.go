package pack

import (
	"testing"

	"byhand/code/serde"
	"github.com/stretchr/testify/require"
)

// A colour is black, or a grey of some lightness.
type (
	colour interface{ isColour() }
	black  struct{}
	grey   uint8
)

func (black) isColour() {}
func (grey) isColour()  {}

func writeColour(c colour, s serde.Serializer) error {
	if c, ok := c.(grey); ok {
		light := serde.With(c, serde.SerializeUint)
		return s.Variant("colour", 1, "grey", light)
	}
	return s.Variant("colour", 0, "black", nil)
}

type colourVisitor struct{ to *colour }

func (v colourVisitor) Expecting() string { return "enum colour" }

func (v colourVisitor) VisitEnum(
	index int, content serde.Deserializer,
) error {
	switch {
	case index == 0 && content == nil:
		*v.to = black{}
		return nil
	case index == 1 && content != nil:
		var g grey
		err := serde.DeserializeUint(&g, content)
		*v.to = g
		return err
	}
	return serde.Invalid("grey alone with content", "otherwise")
}

func readColour(p *colour, d serde.Deserializer) error {
	names := []string{"black", "grey"}
	return d.Enum("colour", names, colourVisitor{p})
}

func TestColours(t *testing.T) {
	b, err := To(serde.With(colour(grey(7)), writeColour))
	require.NoError(t, err)
	require.Equal(t, "\x03\x07", string(b))
	thereAndBack(t, colour(grey(7)), writeColour, readColour)
	thereAndBack(t, colour(black{}), writeColour, readColour)

	refused(t, "\x01\x07", readColour,
		"expected grey alone with content, found otherwise")
	refused(t, "\x04", readColour,
		`expected "black" or "grey", found variant "2"`)
	refused(t, "\x03", readColour, "the end of the input")
}
