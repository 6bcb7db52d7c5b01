package version

import (
	"bytes"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"

	"byhand/tools/mdtest/internal/tree"
)

// Root is the folder of the stable module that holds all versions.
const Root = "v"

// Place returns where a file of p stands in the stable module.
func (p *Package) Place(file string) string {
	return Root + "/" + p.ID + "/" + file
}

// Source returns a file of p as it stands in the stable module: its imports
// of packages of the tree name their versions. No line moves.
func (p *Package) Source(f *tree.File, module string) []byte {
	data := f.Data()
	if !IsGo(f.Path) || !bytes.Contains(data, []byte(`"`+module+"/")) {
		return data
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", data, parser.ImportsOnly)
	if err != nil {
		return data
	}
	var b bytes.Buffer
	pos := 0
	for _, spec := range file.Imports {
		s, _ := strconv.Unquote(spec.Path.Value)
		dir, ok := strings.CutPrefix(s, module+"/")
		if q := p.importing(dir); ok && q != nil {
			b.Write(data[pos:fset.Position(spec.Path.Pos()).Offset])
			b.WriteString(strconv.Quote(module + "/" + q.Place(dir)))
			pos = fset.Position(spec.Path.End()).Offset
		}
	}
	b.Write(data[pos:])
	return b.Bytes()
}

func (p *Package) importing(dir string) *Package {
	if dir == p.Dir {
		return p
	}
	for _, q := range p.Imports {
		if q.Dir == dir {
			return q
		}
	}
	return nil
}

var placed = regexp.MustCompile(`\b` + Root + `/([0-9a-f]{12})/`)

// Strip takes the versions out of what a command printed, so that paths
// read as they do in the reader's tree.
func Strip(s string) string { return placed.ReplaceAllString(s, "") }

// IDs returns the versions that a text names, in order.
func IDs(s string) []string {
	var ids []string
	for _, m := range placed.FindAllStringSubmatch(s, -1) {
		ids = append(ids, m[1])
	}
	return ids
}
