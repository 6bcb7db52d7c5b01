package links

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
)

// missing says that there is no such file, and which was meant.
func (r *Resolver) missing(file string) error {
	if parts := strings.Split(file, "/"); len(parts) >= 2 {
		if heading := r.tags[strings.Join(parts[len(parts)-2:], "/")]; heading != "" {
			return fmt.Errorf("a step is linked to by its heading: %s", heading)
		}
	}
	if near := chapter.Nearest(file, r.known(file)); near != "" {
		return fmt.Errorf("there is no %s; did you mean %s?", file, near)
	}
	for _, p := range r.Pages {
		if strings.HasSuffix(p.File, "-"+path.Base(file)) {
			return fmt.Errorf("there is no %s; did you mean %s?", file, p.File)
		}
	}
	return fmt.Errorf("there is no %s", file)
}

// known returns the pages of the book, and the files that stand where file
// should.
func (r *Resolver) known(file string) []string {
	var out []string
	for _, p := range r.Pages {
		out = append(out, p.File)
	}
	dir := path.Dir(file)
	entries, _ := os.ReadDir(filepath.Join(r.root, filepath.FromSlash(dir)))
	for _, e := range entries {
		out = append(out, path.Join(dir, e.Name()))
	}
	return out
}

// has returns an error if the page has no heading of that anchor.
func (p *Page) has(anchor string) error {
	if p.anchors[anchor] {
		return nil
	}
	section, _, isBlock := strings.Cut(anchor, ":")
	_, slug, _ := strings.Cut(anchor, "-") // of 03-slug
	switch {
	case isBlock && p.anchors[section]:
		return fmt.Errorf("a Git host knows no blocks; link to their section, #%s", section)
	case p.anchors[strings.ToLower(anchor)]:
		return fmt.Errorf("%s has no heading #%s; did you mean #%s?", p.File, anchor, strings.ToLower(anchor))
	case p.anchors[slug] && slug != "":
		return fmt.Errorf("%s has no heading #%s; did you mean #%s?", p.File, anchor, slug)
	}
	known := slices.Sorted(maps.Keys(p.anchors))
	if near := chapter.Nearest(anchor, known); near != "" {
		return fmt.Errorf("%s has no heading #%s; did you mean #%s?", p.File, anchor, near)
	}
	return fmt.Errorf("%s has no heading #%s", p.File, anchor)
}

// stepTags returns the headings of the steps by their tags.
func stepTags(chapters []*chapter.Chapter) map[string]string {
	tags := map[string]string{}
	for _, c := range chapters {
		for _, s := range c.Sections {
			if s.Step {
				tags[s.Name] = c.File + "#" + s.ID
			}
		}
	}
	return tags
}
