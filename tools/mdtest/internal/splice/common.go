package splice

import "strings"

// Common reports for each line of b whether it belongs to the longest run
// of lines, in order, that a and b share. White space inside lines does
// not count. Of several such runs it takes one whose gaps begin where a
// statement does.
func Common(a, b []string) []bool {
	size := make([][]int, len(a)+1)
	for i := range size {
		size[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if squeeze(a[i]) == squeeze(b[j]) {
				size[i][j] = size[i+1][j+1] + 1
			} else {
				size[i][j] = max(size[i+1][j], size[i][j+1])
			}
		}
	}
	kept := make([]bool, len(b))
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case squeeze(a[i]) == squeeze(b[j]):
			kept[j] = true
			i, j = i+1, j+1
		case size[i+1][j] >= size[i][j+1]:
			i++
		default:
			j++
		}
	}
	for from := 0; from < len(b); {
		if kept[from] {
			from++
			continue
		}
		from = slide(b, kept, from)
	}
	return kept
}

// slide moves the run of new lines that begins at from: where the line
// above it equals its last line, the run could as well be one line higher.
// `} if a {` becomes `if a { }`. It returns where the run ends.
func slide(b []string, kept []bool, from int) int {
	to := from
	for to < len(b) && !kept[to] {
		to++
	}
	best, low := from, from
	for low > 0 && kept[low-1] && squeeze(b[low-1]) == squeeze(b[low+to-from-1]) {
		low--
		if StartsBetter(b[low], b[best]) {
			best = low
		}
	}
	for i := from; i > best; i-- {
		kept[i-1], kept[i+to-from-1] = false, true
	}
	return to
}

// StartsBetter reports whether a is more likely than b to be the first of
// some lines that belong together.
func StartsBetter(a, b string) bool {
	if ca, cb := closes(a), closes(b); ca != cb {
		return cb
	}
	return indentation(a) < indentation(b)
}

func closes(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || strings.ContainsAny(line[:1], ")}]")
}

func indentation(line string) int {
	return len(line) - len(strings.TrimLeft(line, "\t "))
}
