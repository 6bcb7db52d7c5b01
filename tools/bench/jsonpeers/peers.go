//go:build generated && !goexperiment.jsonv2

package main

import (
	"encoding/json"

	"github.com/bytedance/sonic"
	goccy "github.com/goccy/go-json"
	"github.com/mailru/easyjson"
	"github.com/mailru/easyjson/jwriter"
)

func decoders[T any, P document[T]](text string) []decoder[T] {
	return append(derivedDecoders[T, P](text),
		decoder[T]{"goccy/go-json", into(func(b []byte, v *T) error { return goccy.Unmarshal(b, v) })},
		decoder[T]{"sonic", into(func(b []byte, v *T) error { return sonic.ConfigDefault.Unmarshal(b, v) })},
		decoder[T]{"sonic std", into(func(b []byte, v *T) error { return sonic.ConfigStd.Unmarshal(b, v) })},
		decoder[T]{"easyjson", into(func(b []byte, v *T) error { return easyjson.Unmarshal(b, P(v)) })},
		decoder[T]{"encoding/json", into(func(b []byte, v *T) error { return json.Unmarshal(b, v) })},
	)
}

// encoders write maps in the order in which they find them, and < and >
// as they are; the two that are like encoding/json do neither.
func encoders[T any, P document[T]]() []encoder[T] {
	return append(derivedEncoders[T, P](),
		encoder[T]{"goccy/go-json", func(v *T) ([]byte, error) {
			return goccy.MarshalWithOption(v, goccy.DisableHTMLEscape(), goccy.UnorderedMap())
		}},
		encoder[T]{"sonic", func(v *T) ([]byte, error) { return sonic.ConfigDefault.Marshal(v) }},
		encoder[T]{"sonic std", func(v *T) ([]byte, error) { return sonic.ConfigStd.Marshal(v) }},
		encoder[T]{"easyjson", func(v *T) ([]byte, error) {
			w := jwriter.Writer{NoEscapeHTML: true}
			P(v).MarshalEasyJSON(&w)
			return w.BuildBytes()
		}},
		encoder[T]{"encoding/json", func(v *T) ([]byte, error) { return json.Marshal(v) }},
	)
}
