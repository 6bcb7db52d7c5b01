package output

import "strings"

// Diff shows how got differs from what the page shows: lines marked - stand
// on the page alone, lines marked + were printed alone.
func (r Rules) Diff(shown, got []string) string {
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
