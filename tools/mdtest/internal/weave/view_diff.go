package weave

import (
	"fmt"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"byhand/tools/mdtest/internal/chapter"
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
	u, err := udiff.ToUnifiedDiff("", "", from, udiff.Lines(from, to), udiff.DefaultContextLines)
	if err != nil {
		return nil // edits that do not fit their text: udiff makes none
	}
	return u.Hunks
}

// diffView returns the diff against the file before a listing, or nothing
// for a new file, which is all new.
func (p *page) diffView(b *chapter.Block, pl *tangle.Placement) string {
	if pl.Before == nil || b.Made {
		return ""
	}
	hunks := compare(pl.Before, pl.After)
	n := 0
	for _, h := range hunks {
		n += len(h.Lines)
	}
	if n == 0 || n > maxDiff {
		return ""
	}
	var out strings.Builder
	fmt.Fprintf(&out, "<details class=\"diff\"><summary>Diff</summary>\n<pre id=\"%s/diff\"><code class=\"language-diff\">", p.ids[b])
	writeHunks(&out, hunks)
	out.WriteString("</code></pre></details>\n")
	return out.String()
}

// writeHunks writes hunks as a patch has them. Their lines stand in the
// listing already, highlighted; the script colours these like those.
func writeHunks(out *strings.Builder, hunks []*udiff.Hunk) {
	for _, h := range hunks {
		fmt.Fprintf(out, "<span class=\"at\">%s</span>\n", header(h))
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
