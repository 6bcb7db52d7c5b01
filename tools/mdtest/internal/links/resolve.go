package links

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/book"
)

// pictures are the endings of what every browser shows.
var pictures = []string{".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}

// Why a link is refused.
var (
	errNowhere  = errors.New("it leads nowhere")
	errScheme   = errors.New("a link is relative, or begins with https, http or mailto")
	errRooted   = errors.New("it begins with /; write it relative to the page")
	errOutside  = errors.New("it leaves the book's folder")
	errPicture  = fmt.Errorf("an image is a file that ends in %s", strings.Join(pictures, " "))
	errScripted = errors.New("a drawing has no scripts, and refers to nothing outside of it")
	errImage    = errors.New("an image is a file of the book: a page makes no requests")
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
	info, err := os.Stat(filepath.Join(r.root, filepath.FromSlash(file)))
	if err != nil {
		return "", r.missing(file)
	}
	if image && (!info.Mode().IsRegular() || !slices.Contains(pictures, strings.ToLower(path.Ext(file)))) {
		return "", errPicture
	}
	if image && r.scripted(file) {
		return "", errScripted
	}
	return up + escape(file) + frag, nil
}

// Picture returns the file of the book that is the image dest of page p.
func (r *Resolver) Picture(p *Page, dest string) string {
	u, err := url.Parse(dest)
	if err != nil {
		return ""
	}
	return path.Join(path.Dir(p.File), u.Path)
}

func escape(p string) string { return (&url.URL{Path: p}).EscapedPath() }
