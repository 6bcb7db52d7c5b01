package run

import (
	"regexp"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/version"
)

var (
	header      = regexp.MustCompile(`^# (?:\[)?\S*?/?` + version.Root + `/([0-9a-f]{12})/([^\s\]]+)`)
	fileLine    = regexp.MustCompile(`^(?:vet: )?\S*?\b` + version.Root + `/([0-9a-f]{12})/(\S+)/[^/\s]+\.go:\d`)
	packageLine = regexp.MustCompile(`(?m)^(ok  |FAIL|\?   )\t\S*?` + version.Root + `/([0-9a-f]{12})/(\S+)`)
)

// sections splits what the compiler and vet print by package: a line that
// begins with a position belongs to the package of its file, as vet does
// without a heading, others to the heading above: # path. What stands above
// either is loose.
func sections(text string) (found map[string]string, loose string) {
	found = map[string]string{}
	key := ""
	for _, line := range strings.SplitAfter(text, "\n") {
		if m := header.FindStringSubmatch(line); m != nil {
			dir := strings.TrimSuffix(m[2], ".test")
			key = m[1] + "/" + strings.TrimSuffix(dir, "_test")
			continue
		}
		if m := fileLine.FindStringSubmatch(line); m != nil {
			key = m[1] + "/" + m[2]
		}
		if key == "" {
			loose += line
		} else {
			found[key] += line
		}
	}
	return found, loose
}

// testBlocks splits what `go test` prints package by package.
func testBlocks(text string) map[string]verdict {
	blocks := map[string]verdict{}
	start := 0
	for _, m := range packageLine.FindAllStringSubmatchIndex(text, -1) {
		end := len(text)
		if i := strings.IndexByte(text[m[1]:], '\n'); i >= 0 {
			end = m[1] + i + 1
		}
		word, line := text[m[2]:m[3]], text[m[0]:end]
		key := text[m[4]:m[5]] + "/" + text[m[6]:m[7]]
		body := strings.TrimPrefix(text[start:end], "FAIL\n")
		blocks[key] = verdict{
			TestOK: word != "FAIL", Test: body,
			NoBuild: strings.Contains(line, "[build failed]") || strings.Contains(line, "[setup failed]"),
		}
		start = end
	}
	return blocks
}

// closureText collects what was said of p and of what it imports.
func closureText(found map[string]string, p *version.Package) string {
	var b strings.Builder
	for _, q := range version.Closure([]*version.Package{p}) {
		b.WriteString(found[q.Key()])
	}
	return b.String()
}

// buildText is closureText, or what was said of p outside of its heading.
func buildText(found map[string]string, loose string, p *version.Package) string {
	if text := closureText(found, p); text != "" {
		return text
	}
	return about(loose, p)
}

func reaches(p *version.Package, ids []string) bool {
	return slices.ContainsFunc(version.Closure([]*version.Package{p}), func(q *version.Package) bool {
		return slices.Contains(ids, q.ID)
	})
}

// about returns the lines of a text that name p or what it imports.
func about(text string, p *version.Package) string {
	var b strings.Builder
	for _, line := range strings.SplitAfter(text, "\n") {
		if ids := version.IDs(line); len(ids) > 0 && reaches(p, ids) {
			b.WriteString(line)
		}
	}
	return b.String()
}
