package compiled

import (
	"go/token"
	"os"
	"strings"
)

// Comment returns the comment above the line that declares a name.
func (i *Importer) Comment(pos token.Position) string {
	lines := i.lines(pos.Filename)
	if pos.Line < 2 || pos.Line > len(lines) {
		return ""
	}
	at := pos.Line - 1
	for at > 0 && strings.HasPrefix(strings.TrimSpace(lines[at-1]), "//") {
		at--
	}
	var b strings.Builder
	for _, line := range lines[at : pos.Line-1] {
		text := strings.TrimPrefix(strings.TrimSpace(line), "//")
		if strings.HasPrefix(text, "go:") {
			continue
		}
		b.WriteString(strings.TrimPrefix(text, " ") + "\n")
	}
	return b.String()
}

// Builtin returns the declaration that documents a builtin function, and its
// comment.
func (i *Importer) Builtin(name string) (text, doc string) {
	const file = "$GOROOT/src/builtin/builtin.go"
	for n, line := range i.lines(file) {
		if strings.HasPrefix(line, "func "+name+"(") {
			return line, i.Comment(token.Position{Filename: file, Line: n + 1})
		}
	}
	return "", ""
}

// lines reads a file of a package outside of the book. One that is not
// there has none.
func (i *Importer) lines(file string) []string {
	if have, ok := i.sources[file]; ok {
		return have
	}
	name := strings.Replace(file, "$GOROOT", i.found.Root, 1)
	data, _ := os.ReadFile(name)
	i.sources[file] = strings.Split(string(data), "\n")
	return i.sources[file]
}
