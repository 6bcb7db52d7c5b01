package weave

import (
	"bytes"
	"fmt"
	"html"
	"path"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/tangle"
)

// treeName returns the page of the tree at the end of a step: of the tag
// 01-name/02-slug, what counts.
func treeName(s *tangle.Section) string {
	chapter, step, _ := strings.Cut(s.Name, "/")
	nn, _, _ := strings.Cut(chapter, "-")
	mm, _, _ := strings.Cut(step, "-")
	return "steps/" + nn + "-" + mm + ".html"
}

// treePage renders the tree at the end of a step: its files by folder, those
// marked that the step changed. Folders that it left alone are closed.
func (w *weaver) treePage(s *tangle.Section) []byte {
	changed := s.Start.Changed(s.End)
	paths := append(s.End.Paths(), changed...)
	slices.SortFunc(paths, byFolder)
	paths = slices.Compact(paths)
	var out bytes.Buffer
	w.leafHead(&out, leaf{title: "Files", from: s.Name, back: w.out(s.Chapter.File) + "#" + s.ID})
	out.WriteString("<div class=\"tree\" data-view>\n")
	for len(paths) > 0 {
		dir := path.Dir(paths[0])
		n := slices.IndexFunc(paths, func(p string) bool { return path.Dir(p) != dir })
		if n < 0 {
			n = len(paths)
		}
		w.folder(&out, s, dir, paths[:n], changed)
		paths = paths[n:]
	}
	out.WriteString("</div>\n")
	return leafFoot(&out)
}

// byFolder orders paths so that the files of a folder follow each other.
func byFolder(a, b string) int {
	if c := strings.Compare(path.Dir(a), path.Dir(b)); c != 0 {
		return c
	}
	return strings.Compare(a, b)
}

func (w *weaver) folder(out *bytes.Buffer, s *tangle.Section, dir string, paths, changed []string) {
	open := ""
	if slices.ContainsFunc(paths, func(p string) bool { return slices.Contains(changed, p) }) {
		open = " open"
	}
	if dir != "." {
		fmt.Fprintf(out, "<details%s><summary>%s/ <span>%s</span></summary>\n", open, html.EscapeString(dir), plural(len(paths), "file"))
	}
	out.WriteString("<ul>\n")
	for _, p := range paths {
		f, name := s.End.Get(p), html.EscapeString(path.Base(p))
		link := func() string {
			return fmt.Sprintf(`<a href="../%s" data-path="%s">%s</a>`, w.find().of(f).name, html.EscapeString(p), name)
		}
		switch {
		case f == nil:
			fmt.Fprintf(out, "<li><s>%s</s> <span class=\"gone\">deleted</span></li>\n", name)
			continue
		case !slices.Contains(changed, p):
			out.WriteString("<li>" + link() + "</li>\n")
			continue
		}
		word := "changed"
		if s.Start.Get(p) == nil {
			word = "new"
		}
		fmt.Fprintf(out, "<li>%s <span class=\"new\">%s</span></li>\n", link(), word)
	}
	out.WriteString("</ul>\n")
	if dir != "." {
		out.WriteString("</details>\n")
	}
}
