package splice

import (
	goformat "go/format"
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tree"
)

// format gofmts t and finds out where each line of the result came from.
func format(t tree.Text) (tree.Text, diag.List) {
	src, err := goformat.Source([]byte(t.String()))
	if err != nil {
		return t, syntaxErrors(err, t, 0)
	}
	out := tree.NewText(string(src), diag.Pos{})
	trace(out, t)
	return out, nil
}

// trace fills in out.From: gofmt moves white space, and sorts imports, but
// leaves the rest of each line, so that a line is known by its text.
func trace(out, in tree.Text) {
	next := 0 // the first line of in that is not used yet
	for i, line := range out.Lines {
		at := lookup(in.Lines, line, next, next+8)
		if at < 0 {
			at = lookup(in.Lines, line, max(0, next-40), next+40)
		} else {
			next = at + 1
		}
		if at < 0 {
			at = min(next, in.Len()-1)
		}
		out.From[i] = in.From[at]
	}
}

func lookup(lines []string, line string, from, to int) int {
	want := strings.Join(strings.Fields(line), "")
	for i := from; i < min(to, len(lines)); i++ {
		if strings.Join(strings.Fields(lines[i]), "") == want {
			return i
		}
	}
	return -1
}
