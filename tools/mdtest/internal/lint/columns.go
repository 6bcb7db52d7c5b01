package lint

import (
	"fmt"

	"byhand/tools/mdtest/internal/chapter"
)

// columns returns how wide a line is.
func columns(line string) int {
	n := 0
	for _, r := range line {
		if r == '\t' {
			n += tabWidth - n%tabWidth
		} else {
			n++
		}
	}
	return n
}

// wide notes the widest line of a block, if it is too wide.
func (l *linter) wide(b *chapter.Block) {
	most, at := maxColumns, -1
	for i, line := range b.Lines {
		if n := columns(line.Text); n > most {
			most, at = n, i
		}
	}
	if at >= 0 {
		l.note(b.LineAt(at), fmt.Sprintf("a line of %d columns", most), atMost(maxColumns))
	}
}
