package links

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/chapter"
)

// Why a link is refused.
var (
	errNowhere = errors.New("it leads nowhere")
	errScheme  = errors.New("a link is relative, or begins with https, http or mailto")
	errRooted  = errors.New("it begins with /; write it relative to the page")
	errOutside = errors.New("it leaves the book's folder")
	errImage   = errors.New("an image is a file of the book: a page makes no requests")
)

// up leads from a page of the site to the book's root.
var up = strings.Repeat("../", strings.Count(book.SiteDir, "/")+1)

// Resolve returns what a link on page p is in the site: dest as it is if
// it leads out of the book, else a path that works from the page's file.
func (r *Resolver) Resolve(p *Page, dest string, image bool) (string, error) {
	u, err := url.Parse(dest)
	switch {
	case err != nil:
		return "", errScheme
	case u.Scheme == "" && u.Host != "":
		return "", errScheme
	case u.Scheme != "" && image:
		return "", errImage
	case u.Scheme != "":
		return external(u, dest)
	case strings.HasPrefix(u.Path, "/"):
		return "", errRooted
	case u.Path == "" && u.Fragment == "" || image && u.Path == "":
		return "", errNowhere
	case u.Path == "":
		return "#" + u.EscapedFragment(), p.has(u.Fragment)
	}
	return r.local(p, u, image)
}

func external(u *url.URL, dest string) (string, error) {
	switch strings.ToLower(u.Scheme) {
	case "https", "http":
		if u.Host == "" {
			return "", errNowhere
		}
	case "mailto":
	default:
		return "", errScheme
	}
	return dest, nil
}

// local resolves a path relative to the page's file.
func (r *Resolver) local(p *Page, u *url.URL, image bool) (string, error) {
	file := path.Join(path.Dir(p.File), u.Path)
	frag := ""
	if u.Fragment != "" {
		frag = "#" + u.EscapedFragment()
	}
	if file == ".." || strings.HasPrefix(file, "../") {
		return "", errOutside
	}
	if file == book.SummaryFile && !image {
		return Index, nil
	}
	if to := r.byFile[file]; to != nil && !image {
		if u.Fragment == "" || to.Go && strings.HasPrefix(u.Fragment, "L") {
			return escape(to.Out), nil
		}
		return escape(to.Out) + frag, to.has(u.Fragment)
	}
	if _, err := os.Stat(filepath.Join(r.root, filepath.FromSlash(file))); err != nil {
		return "", r.missing(file)
	}
	return up + escape(file) + frag, nil
}

// missing says that there is no such file, and which was meant.
func (r *Resolver) missing(file string) error {
	var known []string
	for _, p := range r.Pages {
		known = append(known, p.File)
	}
	if near := chapter.Nearest(file, known); near != "" {
		return fmt.Errorf("there is no %s; did you mean %s?", file, near)
	}
	return fmt.Errorf("there is no %s", file)
}

// has returns an error if the page has no heading of that anchor.
func (p *Page) has(anchor string) error {
	if p.anchors[anchor] {
		return nil
	}
	known := slices.Sorted(maps.Keys(p.anchors))
	if near := chapter.Nearest(anchor, known); near != "" {
		return fmt.Errorf("%s has no heading #%s; did you mean #%s?", p.File, anchor, near)
	}
	return fmt.Errorf("%s has no heading #%s", p.File, anchor)
}

func escape(p string) string { return (&url.URL{Path: p}).EscapedPath() }
