package weave

import (
	"fmt"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"byhand/tools/mdtest/internal/splice"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// maxDiff is how many lines of a diff a page shows. What is longer says
// less than the whole file, in which the new lines are marked.
const maxDiff = 120

// compare returns what became of a file, nil for none, in hunks.
func compare(before, after *tree.File) []*udiff.Hunk {
	from, to := "", ""
	if before != nil {
		from = string(before.Data())
	}
	if after != nil {
		to = string(after.Data())
	}
	u, err := udiff.ToUnifiedDiff("", "", from, slide(from, udiff.Lines(from, to)), udiff.DefaultContextLines)
	if err != nil {
		return nil // edits that do not fit their text: udiff makes none
	}
	place(u.Hunks)
	return u.Hunks
}

// place says where hunks stand in the new file: where they stood, and what
// those above have added. udiff loses count after a hunk with two edits that
// are just twice the context apart.
func place(hunks []*udiff.Hunk) {
	added := 0
	for _, h := range hunks {
		h.ToLine = h.FromLine + added
		for _, l := range h.Lines {
			switch l.Kind {
			case udiff.Insert:
				added++
			case udiff.Delete:
				added--
			}
		}
	}
}

// slide moves what was inserted down to where it begins as a declaration
// or a statement does: of `} func f() {` it makes `func f() { }`. Where the
// line below an insertion is its first line, it may as well begin one line
// further down.
func slide(text string, edits []udiff.Edit) []udiff.Edit {
	for i := range edits {
		e := &edits[i]
		end := len(text)
		if i+1 < len(edits) {
			end = edits[i+1].Start
		}
		best := *e
		for now := *e; now.Start == now.End && now.Start < end; {
			line, _, ok := strings.Cut(text[now.Start:end], "\n")
			if line += "\n"; !ok || !strings.HasPrefix(now.New, line) {
				break
			}
			now.Start += len(line)
			now.End = now.Start
			now.New = now.New[len(line):] + line
			if splice.StartsBetter(firstLine(now.New), firstLine(best.New)) {
				best = now
			}
		}
		*e = best
	}
	return edits
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// size counts the lines of hunks, and those that are gone.
func size(hunks []*udiff.Hunk) (lines, gone int) {
	for _, h := range hunks {
		for _, l := range h.Lines {
			if l.Kind == udiff.Delete {
				gone++
			}
		}
		lines += len(h.Lines)
	}
	return lines, gone
}

// diffView returns the diff against the file before a listing, if some of
// its lines are gone. If lines were added alone, grows is true: the diff is
// then what the whole file shows, and the script makes it from there.
func (p *page) diffView(pl *tangle.Placement) (view string, grows bool) {
	if pl.Before == nil {
		return "", false
	}
	hunks := compare(pl.Before, pl.After)
	n, gone := size(hunks)
	if gone == 0 || n > maxDiff {
		return "", n > 0 && gone == 0
	}
	var out strings.Builder
	out.WriteString("<details class=\"diff\"><summary>Diff</summary><pre><code>")
	writeHunks(&out, hunks)
	out.WriteString("</code></pre></details>\n")
	return out.String(), false
}

// writeHunks writes hunks as a patch has them. Their lines stand in the
// listing already, highlighted; the script colours these like those.
func writeHunks(out *strings.Builder, hunks []*udiff.Hunk) {
	for _, h := range hunks {
		fmt.Fprintf(out, "<i>%s</i>\n", header(h))
		open := udiff.Equal
		for _, l := range h.Lines {
			if l.Kind != open {
				out.WriteString(diffTag("</", open) + diffTag("<", l.Kind))
				open = l.Kind
			}
			out.WriteString(diffMark[l.Kind] + escape(l.Content))
		}
		out.WriteString(diffTag("</", open))
	}
}

var diffMark = map[udiff.OpKind]string{udiff.Delete: "-", udiff.Insert: "+", udiff.Equal: " "}

func diffTag(open string, kind udiff.OpKind) string {
	switch kind {
	case udiff.Delete:
		return open + "del>"
	case udiff.Insert:
		return open + "ins>"
	}
	return ""
}

// header says which lines a hunk is about, as git does. Of no lines, it is
// the line above them that counts.
func header(h *udiff.Hunk) string {
	from, to := 0, 0
	for _, l := range h.Lines {
		if l.Kind != udiff.Insert {
			from++
		}
		if l.Kind != udiff.Delete {
			to++
		}
	}
	return fmt.Sprintf("@@ -%d,%d +%d,%d @@", h.FromLine-min(1, max(0, 1-from)), from, h.ToLine-min(1, max(0, 1-to)), to)
}
