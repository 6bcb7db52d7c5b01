package weave

import (
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/splice"
	"byhand/tools/mdtest/internal/tangle"
)

// numbers returns the line that each line of the block has in the file it
// makes, 0 for those that have none.
func numbers(b *chapter.Block, pl *tangle.Placement) []int {
	out := make([]int, len(b.Lines))
	if pl == nil || pl.After == nil {
		return out
	}
	text := pl.After.Text
	if b.Made {
		return made(b, text.Lines)
	}
	for n, pos := range text.From {
		i := pos.Line - b.LineAt(0)
		if pos.File != b.File || i < 0 || i >= len(out) || out[i] > 0 {
			continue
		}
		if isLine(b.Lines[i].Text, text.Lines[n]) {
			out[i] = n + 1
		}
	}
	importNumbers(b, pl, out)
	for i := 1; i+1 < len(out); i++ { // blank lines between declarations
		if out[i] == 0 && dense(b.Lines[i].Text) == "" && out[i-1] > 0 && out[i+1] == out[i-1]+2 {
			out[i] = out[i-1] + 1
		}
	}
	return out
}

// importNumbers finds the imports that the file has from an earlier block.
func importNumbers(b *chapter.Block, pl *tangle.Placement, out []int) {
	at := 0
	for _, c := range pl.Changes {
		if c.Name != splice.Imports {
			continue
		}
		for _, pos := range c.Kept {
			i := pos.Line - b.LineAt(0)
			for n := at; n < pl.After.Text.Len(); n++ {
				if i >= 0 && i < len(out) && out[i] == 0 && isLine(b.Lines[i].Text, pl.After.Text.Lines[n]) {
					out[i], at = n+1, n+1
					break
				}
			}
		}
	}
}

// made numbers a listing that shows parts of a file, from the top down.
func made(b *chapter.Block, file []string) []int {
	out := make([]int, len(b.Lines))
	n := 0
	for i, l := range b.Lines {
		at := n
		for at < len(file) && file[at] != l.Text {
			at++
		}
		if at < len(file) && !isRest(b, l.Text) {
			out[i] = at + 1
			n = at + 1
		}
	}
	return out
}

// isLine reports whether a line shown stands in the file as the line is:
// `const A = 1` is `A = 1` in a group.
func isLine(shown, is string) bool {
	shown, is = dense(shown), dense(is)
	return shown == is || is != "" && slices.Contains([]string{
		"const" + is, "var" + is, "type" + is, "import" + is,
	}, shown)
}

// dense drops all white space: gofmt changes nothing else in a line.
func dense(line string) string { return strings.Join(strings.Fields(line), "") }
