package links

import (
	"errors"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"strings"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/markdown"
)

var (
	errKind  = errors.New("a page is a Markdown file or a Go file with a package comment")
	errNoDoc = errors.New("no package comment")
)

// read reads a page that is not a chapter.
func read(root string, e book.Entry) (*markdown.Doc, error) {
	data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(e.File)))
	var pe *os.PathError
	if errors.As(err, &pe) {
		return nil, pe.Err
	}
	switch path.Ext(e.File) {
	case ".md":
		if bad := chapter.CheckBytes(e.File, data); bad != nil {
			return nil, bad
		}
		return markdown.Parse(data), err
	case ".go":
		text, err := packageDoc(data)
		return markdown.Parse([]byte("# " + plain(e.Title) + "\n\n" + text)), err
	}
	return nil, errKind
}

// packageDoc returns a Go file's package comment as Markdown.
func packageDoc(src []byte) (string, error) {
	f, err := parser.ParseFile(token.NewFileSet(), "", src, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil {
		return "", err
	}
	if f.Doc == nil {
		return "", errNoDoc
	}
	var p comment.Parser
	pr := comment.Printer{
		HeadingLevel: 2,
		HeadingID:    func(*comment.Heading) string { return "" },
		DocLinkURL: func(l *comment.DocLink) string {
			if l.ImportPath == "" {
				return ""
			}
			return l.DefaultURL("https://pkg.go.dev/")
		},
	}
	return string(pr.Markdown(p.Parse(f.Doc.Text()))), nil
}

// plain escapes what Markdown would take for markup.
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_{}[]<>()#+!|~&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
