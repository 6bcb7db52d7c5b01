// Package output compares what a command printed with what a page shows,
// and brings a page up to date.
//
// Non-goals: running anything, and Markdown: it sees lines.
package output

import (
	"regexp"
	"strings"

	"byhand/tools/mdtest/internal/legible"
)

// Rules say what is not compared.
type Rules struct {
	Numbers bool // numbers count as 'a number'
}

// Any alone on a line stands for any lines; within one, for any text.
const Any = "..."

// Match reports whether the lines got are what the page shows. If not, it
// returns the first line of shown that nothing in got agrees with;
// len(shown) if got goes on after all of it.
func (r Rules) Match(shown, got []string) (at int, ok bool) {
	shown, got = trim(shown), trim(got)
	// reach[j]: the lines shown so far can have matched got[:j].
	reach := make([]bool, len(got)+1)
	reach[0] = true
	for i, line := range shown {
		next := make([]bool, len(got)+1)
		some := false
		for j := range reach {
			switch {
			case isAny(line):
				next[j] = reach[j] || j > 0 && next[j-1]
			case j > 0:
				next[j] = reach[j-1] && r.Line(line, got[j-1])
			}
			some = some || next[j]
		}
		if !some {
			return i, false
		}
		reach = next
	}
	return len(shown), reach[len(got)]
}

func isAny(line string) bool { return strings.TrimSpace(line) == Any }

// trim drops blank lines at the end: Markdown has no use for them.
func trim(lines []string) []string {
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// Line reports whether one line got is what the page shows.
func (r Rules) Line(shown, got string) bool {
	if r.Numbers && strings.Contains(shown, Any) {
		return pattern(shown).MatchString(got)
	}
	shown, got = r.normal(shown), r.normal(got)
	if !strings.Contains(shown, Any) {
		return shown == got
	}
	parts := strings.Split(shown, Any)
	first, last := parts[0], parts[len(parts)-1]
	if len(got) < len(first)+len(last) ||
		!strings.HasPrefix(got, first) || !strings.HasSuffix(got, last) {
		return false
	}
	got = got[len(first) : len(got)-len(last)]
	for _, p := range parts[1 : len(parts)-1] {
		i := strings.Index(got, p)
		if i < 0 {
			return false
		}
		got = got[i+len(p):]
	}
	return true
}

var (
	// ok  	byhand/code/arena	0.003s, or (cached), and what may follow
	testLine = regexp.MustCompile(`^(ok|FAIL)(\s+\S+)\s+(\d+\.\d+s|\(cached\))(.*)$`)
	// --- PASS: TestName (0.00s)
	caseLine = regexp.MustCompile(`^(\s*--- (?:PASS|FAIL|SKIP|BENCH): .*) \(\d+\.\d+s\)$`)
	number   = regexp.MustCompile(`-?\b\d[\d_,]*(\.\d+)?([eE][-+]?\d+)?((ns|µs|us|ms|s|m|h)\b)?`)
)

// normal drops from a line what is never compared.
func (r Rules) normal(line string) string {
	line = strings.TrimRight(line, " \t")
	if m := testLine.FindStringSubmatch(line); m != nil {
		line = m[1] + m[2] + " TIME" + m[4]
	}
	line = caseLine.ReplaceAllString(line, "$1 TIME")
	if r.Numbers {
		line = number.ReplaceAllString(line, "N")
		line = strings.Join(strings.Fields(line), " ")
	}
	return line
}

// pattern matches a line of which numbers, the width of white space and
// what stands for `...` do not count.
func pattern(shown string) *regexp.Regexp {
	var b strings.Builder
	for i, part := range strings.Split(strings.TrimRight(shown, " \t"), Any) {
		if i > 0 {
			b.WriteString(".*")
		}
		end := 0
		for _, at := range number.FindAllStringIndex(part, -1) {
			b.WriteString(spaced(part[end:at[0]]))
			b.WriteString("(?:" + number.String() + ")")
			end = at[1]
		}
		b.WriteString(spaced(part[end:]))
	}
	return regexp.MustCompile(`^\s*` + b.String() + `\s*$`)
}

// spaced returns the expression of a text in which white space is as wide
// as it likes.
func spaced(s string) string {
	return space.ReplaceAllString(regexp.QuoteMeta(s), `\s+`)
}

var space = regexp.MustCompile(`\s+`)

// Lines splits what a command printed, as a terminal would show it: a
// carriage return begins its line again. What no chapter can hold becomes
// U+FFFD.
func Lines(s string) []string {
	s = strings.TrimRight(s, "\r\n")
	if s == "" {
		return nil
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		l = strings.TrimRight(l, "\r")
		lines[i] = legible.Clean(l[strings.LastIndexByte(l, '\r')+1:])
	}
	return lines
}
