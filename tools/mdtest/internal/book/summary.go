package book

import (
	"path"
	"regexp"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/markdown"
)

// Summary is the table of contents: book/SUMMARY.md, in the form that
// mdBook and GitBook use.
type Summary struct {
	Title   string
	Entries []Entry
}

// Entry is a line of the table of contents.
type Entry struct {
	Part    string // the `# Part` it stands under, or ""
	Weeks   string // how long the part takes: `# Part (2 to 3 weeks)`, or ""
	Title   string
	File    string // slash-separated, from the root; "" if not written yet
	Line    int
	Chapter bool // a file of chapters/; else a page without code
}

var weeks = regexp.MustCompile(`^(.*\S)\s+\(([^()]*\bweeks?)\)$`)

// ParseSummary reads a SUMMARY.md.
func ParseSummary(src []byte) (*Summary, diag.List) {
	var errs diag.List
	s := &Summary{}
	if bad := chapter.CheckBytes(SummaryFile, src); bad != nil {
		return s, diag.List{bad}
	}
	doc := markdown.Parse(src)
	part, links := "", doc.Links
	seen := map[string]int{}
	take := func(before int) {
		for len(links) > 0 && links[0].Line < before {
			s.add(links[0], part, seen, &errs)
			links = links[1:]
		}
	}
	for _, item := range doc.Items {
		h, ok := item.(*markdown.Heading)
		if !ok || h.Level != 1 {
			continue
		}
		take(h.Line)
		if s.Title == "" {
			s.Title = h.Text
		} else {
			part = h.Text
		}
	}
	take(1 << 30)
	if s.Title == "" {
		errs.Addf(diag.Pos{File: SummaryFile, Line: 1}, "the list begins with the book's title: # …")
	}
	return s, errs
}

func (s *Summary) add(l markdown.Link, part string, seen map[string]int, errs *diag.List) {
	pos := diag.Pos{File: SummaryFile, Line: l.Line}
	e := Entry{Part: part, Title: l.Text, Line: l.Line}
	if m := weeks.FindStringSubmatch(part); m != nil {
		e.Part, e.Weeks = m[1], m[2]
	}
	if l.Dest != "" {
		e.File = path.Join(path.Dir(SummaryFile), l.Dest)
		if strings.HasPrefix(e.File, "../") || strings.Contains(l.Dest, "://") {
			errs.Addf(pos, "%s is not a file of the book", l.Dest)
			return
		}
		if at := seen[e.File]; at > 0 {
			errs.Addf(pos, "%s is listed twice, here and in line %d", e.File, at)
			return
		}
		seen[e.File] = l.Line
		e.Chapter = path.Dir(e.File) == ChapterDir
	}
	s.Entries = append(s.Entries, e)
}
