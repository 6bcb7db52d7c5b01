package links

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// scripted reports whether an image is an SVG that could run something or
// ask for something, once it is opened by itself.
func (r *Resolver) scripted(file string) bool {
	if !strings.EqualFold(path.Ext(file), ".svg") {
		return false
	}
	data, err := os.ReadFile(filepath.Join(r.root, filepath.FromSlash(file)))
	if err != nil {
		return true
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err != nil {
			return !errors.Is(err, io.EOF)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if acts(t) {
				return true
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				return true
			}
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
				return true
			}
		}
	}
}

// acts reports whether an element may do more than be drawn.
func acts(e xml.StartElement) bool {
	if slices.Contains([]string{"script", "foreignobject", "iframe", "handler", "set", "animate"}, strings.ToLower(e.Name.Local)) {
		return true
	}
	for _, a := range e.Attr {
		key := strings.ToLower(a.Name.Local)
		refers := key == "href" || key == "src"
		if strings.HasPrefix(key, "on") || refers && !strings.HasPrefix(a.Value, "#") && !strings.HasPrefix(a.Value, "data:image/png") {
			return true
		}
	}
	return false
}
