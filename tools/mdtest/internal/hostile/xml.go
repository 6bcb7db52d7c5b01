package hostile

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// more are the elements of an EPUB's documents that pages do not have.
var more = strings.Fields("rect desc")

// XMLFaults returns what must not be in a document of an EPUB.
func XMLFaults(document []byte) []string {
	c := &checker{ids: map[string]bool{}}
	d := xml.NewDecoder(bytes.NewReader(document))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return c.faults
		}
		if err != nil {
			c.addf("not XML: %v", err)
			return c.faults
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		name := strings.ToLower(e.Name.Local)
		if _, ok := elements[name]; !ok && !slices.Contains(more, name) || name == "script" || name == "style" {
			c.addf("an element <%s>", name)
		}
		for _, a := range e.Attr {
			if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") {
				c.addf("an attribute %s of <%s>", a.Name.Local, name)
			}
			c.attribute(name, html.Attribute{Key: a.Name.Local, Val: a.Value})
		}
	}
}
