package browser

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/cli"
)

// site is a rendered book on disk.
type site struct {
	dir   string
	pages []string // slash-separated paths of all pages
	size  map[string]int64
}

// url returns where a page is for a browser.
func (s *site) url(page string) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(s.dir) + "/"}
	return u.String() + page
}

// top returns the pages beside index.html: not the generated ones about
// files and steps, of which there are many alike.
func (s *site) top() []string {
	return slices.DeleteFunc(slices.Clone(s.pages), func(p string) bool { return strings.Contains(p, "/") })
}

// sample returns all top pages, and of each folder the largest and the first.
func (s *site) sample() []string {
	folders := map[string][]string{}
	for _, p := range s.pages {
		if dir, _, ok := strings.Cut(p, "/"); ok {
			folders[dir] = append(folders[dir], p)
		}
	}
	out := s.top()
	for _, in := range folders {
		largest := slices.MaxFunc(in, func(a, b string) int { return cmp.Compare(s.size[a], s.size[b]) })
		out = append(out, in[0], largest)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

var (
	theBook  = sync.OnceValues(func() (*site, error) { return renderRoot(".") })
	features = sync.OnceValues(func() (*site, error) { // tested, so that its pages have checks
		return renderRoot("testdata/features", mdtest("-C", "testdata/features", "test"))
	})
	sites string // the folder that TestMain removes
)

// mdtest runs a command line, which must find nothing wrong.
func mdtest(args ...string) error {
	var said bytes.Buffer
	if code := cli.Main(args, &said, &said); code != 0 {
		return fmt.Errorf("mdtest %s: exit status %d\n%s", strings.Join(args, " "), code, said.String())
	}
	return nil
}

// renderRoot renders the book at dir, unless what had to be done before
// failed.
func renderRoot(dir string, before ...error) (*site, error) {
	root, err := book.FindRoot(dir)
	if err := errors.Join(append(before, err)...); err != nil {
		return nil, err
	}
	s := &site{size: map[string]int64{}}
	if s.dir, err = os.MkdirTemp(sites, "site-*"); err != nil {
		return nil, err
	}
	if err := mdtest("-C", root, "book", "-o", s.dir); err != nil {
		return nil, err
	}
	err = filepath.WalkDir(s.dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".html" {
			rel, _ := filepath.Rel(s.dir, name)
			info, err := e.Info()
			if err != nil {
				return err
			}
			s.pages = append(s.pages, filepath.ToSlash(rel))
			s.size[filepath.ToSlash(rel)] = info.Size()
		}
		return err
	})
	return s, err
}

// rendered returns a site, or ends the test.
func rendered(t *testing.T, get func() (*site, error)) *site {
	t.Helper()
	s, err := get()
	if err != nil {
		t.Fatal(err)
	}
	return s
}
