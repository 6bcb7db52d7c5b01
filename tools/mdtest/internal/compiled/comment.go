package compiled

import (
	"go/build"
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

// lines reads a file of a package outside of the book. One that is not
// there has none.
func (i *Importer) lines(file string) []string {
	if have, ok := i.sources[file]; ok {
		return have
	}
	name := strings.Replace(file, "$GOROOT", build.Default.GOROOT, 1)
	data, _ := os.ReadFile(name)
	i.sources[file] = strings.Split(string(data), "\n")
	return i.sources[file]
}
