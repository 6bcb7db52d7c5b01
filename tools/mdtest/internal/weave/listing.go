package weave

import (
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/splice"
	"byhand/tools/mdtest/internal/tangle"
)

// state says what a line of a listing is to the file.
type state string

const (
	fresh  state = "new"  // the file did not have it
	old    state = "old"  // it stands there for the reader to find the place
	elided state = "rest" // `// ...`: it stands for lines that stay
	stays  state = ""     // of a whole file: it was there before
)

// listing renders a block that edits a file.
func (p *page) listing(b *chapter.Block, pl *tangle.Placement) string {
	words, flags := caption(b, pl)
	f := figure{id: p.ids[b], class: "listing", path: b.Path, words: words, flags: flags, mark: p.proof(b)}
	lines, numbers := plainLines(b), numbers(b, pl)
	if b.Lang == "go" {
		lines = highlight(b.Text(), p.names.listing(p.Out, b, p.ids[b], pl, numbers))
	}
	states := states(b, pl)
	if isMixed(states) {
		f.class = "listing mixed"
	}
	var body strings.Builder
	writeLines(&body, lines, states, numbers)
	if len(lines) > 0 {
		f.body = pre(b.Lang, body.String())
	}
	f.body += p.views(b, pl)
	return f.String()
}

// states tells the new lines of a listing from those that the file has.
func states(b *chapter.Block, pl *tangle.Placement) []state {
	kept := keptLines(b, pl)
	out := make([]state, len(b.Lines))
	for i, l := range b.Lines {
		switch {
		case isRest(b, l.Text):
			out[i] = elided
		case kept[i]:
			out[i] = old
		default:
			out[i] = fresh
		}
	}
	for i := range out {
		if between(b, i) && (i == 0 || out[i-1] != fresh || i+1 < len(out) && out[i+1] != fresh) {
			out[i] = old
		}
	}
	return out
}

// between reports whether line i is blank and stands between declarations:
// it belongs to none, and is as new as its neighbours.
func between(b *chapter.Block, i int) bool {
	return b.Kind == chapter.Listing && dense(b.Lines[i].Text) == "" &&
		(i+1 == len(b.Lines) || indented(b.Lines[i+1].Text) == 0)
}

func indented(line string) int { return len(line) - len(strings.TrimLeft(line, "\t ")) }

func isRest(b *chapter.Block, line string) bool {
	if b.Made {
		return strings.TrimSpace(line) == "..."
	}
	return b.Lang == "go" && splice.IsElision(line)
}

// keptLines returns which lines of the block stood there before: in the
// same declaration of a Go file, in the same file otherwise.
func keptLines(b *chapter.Block, pl *tangle.Placement) []bool {
	kept := make([]bool, len(b.Lines))
	if pl == nil || pl.Before == nil || b.Append {
		return kept
	}
	if b.Kind == chapter.File || b.Made {
		var lines []string
		for _, l := range b.Lines {
			lines = append(lines, l.Text)
		}
		return splice.Common(pl.Before.Text.Lines, lines)
	}
	for _, c := range pl.Changes {
		for _, pos := range c.Kept {
			i := pos.Line - b.LineAt(0)
			if pos.File == b.File && i >= 0 && i < len(kept) {
				kept[i] = true
			}
		}
	}
	return kept
}
