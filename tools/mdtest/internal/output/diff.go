package output

import (
	"fmt"
	"strings"
)

// Diff shows how got differs from what the page shows: lines marked - stand
// on the page alone, lines marked + were printed alone. Of a long one it
// shows what is near the differences, and the first of these.
func (r Rules) Diff(shown, got []string) string {
	return clip(strings.SplitAfter(r.diff(shown, got), "\n"))
}

const (
	near = 3  // how many lines that agree are shown beside one that doesn't
	most = 80 // how many lines are shown at all
)

// clip shortens a diff.
func clip(lines []string) string {
	differs := func(i int) bool { return lines[i] != "" && lines[i][0] != ' ' }
	last := -near - 2 // the last line that differs
	var out []string
	for i := range lines {
		if differs(i) {
			last = i
		}
		keep := i-last <= near
		for j := i; j <= i+near && j < len(lines); j++ {
			keep = keep || differs(j)
		}
		switch {
		case len(out) == most && lines[i] != "":
			return strings.Join(out, "") + fmt.Sprintf("... and %d lines more\n", len(lines)-1-i)
		case keep:
			out = append(out, lines[i])
		case len(out) > 0 && out[len(out)-1] != gap:
			out = append(out, gap)
		}
	}
	return strings.TrimSuffix(strings.Join(out, ""), gap)
}

const gap = "  ...\n"

func (r Rules) diff(shown, got []string) string {
	shown, got = trim(shown), trim(got)
	a := aligner{r, shown, got, make(map[[2]int]choice)}
	if len(shown)*len(got) > maxAlign {
		return mark("-", shown) + mark("+", got)
	}
	a.cost(0, 0)
	var b strings.Builder
	for i, j := 0, 0; ; {
		switch a.best[[2]int{i, j}].move {
		case stop:
			return b.String()
		case keep:
			b.WriteString(mark(" ", shown[i:i+1]))
			i, j = i+1, j+1
		case swap:
			b.WriteString(mark("-", shown[i:i+1]) + mark("+", got[j:j+1]))
			i, j = i+1, j+1
		case insert:
			b.WriteString(mark("+", got[j:j+1]))
			j++
		case remove:
			b.WriteString(mark("-", shown[i:i+1]))
			i++
		case absorb:
			j++
		case pass:
			b.WriteString(mark(" ", shown[i:i+1]))
			i++
		}
	}
}

func mark(sign string, lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(sign + " " + l + "\n")
	}
	return b.String()
}
