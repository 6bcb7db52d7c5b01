package splice

import (
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tree"
)

// IsElision reports whether a line stands for lines that stay as they are.
func IsElision(line string) bool { return strings.TrimSpace(line) == "// ..." }

// fill returns the body of it with each `// ...` replaced by the lines of
// old that it stands for.
//
// The line above a `// ...` and the line below it are anchors: they are
// looked up in old from the top down, each below the one found before it.
func fill(it, old *item) (tree.Text, *diag.Error) {
	for i, line := range it.docLines().Lines {
		if IsElision(line) {
			return tree.Text{}, diag.Errorf(it.lines.From[i],
				"`// ...` in a doc comment; show the whole comment, or none of it to keep it")
		}
	}
	e := &elider{name: old.name, shown: it.body(), old: old.body()}
	return e.fill()
}

type elider struct {
	name       string
	shown, old tree.Text
	at         int // the line of old that was found last
}

func (e *elider) fill() (tree.Text, *diag.Error) {
	var out tree.Text
	last := -1 // the shown line that at belongs to
	for i, line := range e.shown.Lines {
		if !IsElision(line) {
			out.Add(line, e.shown.From[i])
			continue
		}
		above, below := e.neighbour(i, -1), e.neighbour(i, +1)
		if above < 0 || below < 0 || IsElision(e.shown.Lines[above]) || IsElision(e.shown.Lines[below]) {
			return out, diag.Errorf(e.shown.From[i],
				"`// ...` needs a line above it and a line below it that say where it stands")
		}
		if above != last {
			if err := e.find(above); err != nil {
				return out, err
			}
		}
		from := e.at + 1
		if err := e.find(below); err != nil {
			return out, err
		}
		if from > e.at {
			return out, diag.Errorf(e.shown.From[i],
				"`// ...` has nothing to stand for: %s ends in the line above; show it whole", e.name)
		}
		last = below
		out.Append(e.old.Slice(from, e.at))
	}
	return out, nil
}

// neighbour returns the next line of the block that is not blank.
func (e *elider) neighbour(i, step int) int {
	for i += step; i >= 0 && i < e.shown.Len(); i += step {
		if strings.TrimSpace(e.shown.Lines[i]) != "" {
			return i
		}
	}
	return -1
}

// find looks up shown line i in the old declaration, below the line found
// before. The first and the last line are those of the old declaration,
// whatever they say.
func (e *elider) find(i int) *diag.Error {
	switch i {
	case 0:
		e.at = 0
		return nil
	case e.shown.Len() - 1:
		e.at = e.old.Len() - 1
		return nil
	}
	want := squeeze(e.shown.Lines[i])
	var at []int
	for j := e.at + 1; j < e.old.Len(); j++ {
		if squeeze(e.old.Lines[j]) == want {
			at = append(at, j)
		}
	}
	pos, text := e.shown.From[i], strings.TrimSpace(e.shown.Lines[i])
	switch {
	case len(at) == 0 && e.at > 0:
		return diag.Errorf(pos, "%q is not a line of %s below the line found before it; next to `// ...`, show a line that is there already", text, e.name)
	case len(at) == 0:
		return diag.Errorf(pos, "%q is not a line of %s; next to `// ...`, show a line that is there already", text, e.name)
	case len(at) > 1 && !loneBracket(text):
		return diag.Errorf(pos, "%q stands %d times in %s; next to `// ...`, show a line that stands there once", text, len(at), e.name)
	}
	e.at = at[0]
	return nil
}

// squeeze drops the white space that does not count: all but indentation.
func squeeze(line string) string {
	rest := strings.TrimLeft(line, "\t ")
	return line[:len(line)-len(rest)] + strings.Join(strings.Fields(rest), " ")
}

func loneBracket(line string) bool {
	return strings.Trim(line, "(){}[],") == ""
}
