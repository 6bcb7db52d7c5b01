package volume

import (
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/links"
)

// rewriter leads the links of the site's pages to their places in the
// volume.
type rewriter struct {
	at     Places
	root   string
	pages  map[string]*Page // by their file in the site
	page   *Page            // the one at hand
	images map[string]*Image
	order  []*Image
}

func (r *rewriter) links(n *html.Node) error {
	var err error
	Walk(n, func(n *html.Node) {
		switch {
		case n.DataAtom == atom.A:
			r.link(n)
		case n.DataAtom == atom.Img && err == nil:
			err = r.image(n)
		}
		for _, key := range []string{"aria-labelledby", "aria-describedby"} {
			if id := Attr(n, key); id != "" {
				r.refer(n, key, id)
			}
		}
	})
	return err
}

// refer keeps a reference to another element of the page.
func (r *rewriter) refer(n *html.Node, key, id string) {
	if to := r.page.ids[id]; to != "" {
		Set(n, key, to)
	} else {
		Unset(n, key)
	}
}

// link sets where a link leads. One to what the volume does not have
// becomes plain text.
func (r *rewriter) link(a *html.Node) {
	to := r.resolve(Attr(a, "href"))
	if to != "" {
		Set(a, "href", to)
		return
	}
	Rename(a, atom.Span)
	Unset(a, "href", "title", "aria-label", "role")
}

func (r *rewriter) resolve(href string) string {
	u, err := url.Parse(href)
	if err != nil || href == "" {
		return ""
	}
	if u.Scheme != "" || u.Host != "" {
		return u.String()
	}
	page := r.page
	switch u.Path {
	case "":
	case links.Index:
		return r.at.Page(nil, "")
	default:
		page = r.pages[u.Path]
	}
	if page == nil || u.Path == "" && page.ids[u.Fragment] == "" {
		return ""
	}
	if id := page.ids[u.Fragment]; id != "" {
		return r.at.Page(page, id)
	}
	return r.at.Page(page, page.ID)
}

// Image is a picture of the book.
type Image struct {
	Name string // of a file, unique in the volume
	Type string // as in MIME
	Data []byte
}

// imageTypes are those that every e-reader shows.
var imageTypes = map[string]string{
	".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg",
	".png": "image/png", ".svg": "image/svg+xml",
}

// line returns where on a page an image is shown.
func line(p *links.Page, file string) int {
	for _, l := range p.Doc.Links {
		if l.Image && path.Join(path.Dir(p.File), l.Dest) == file {
			return l.Line
		}
	}
	return 0
}

func (r *rewriter) image(img *html.Node) error {
	src, err := url.Parse(Attr(img, "src"))
	if err != nil {
		return err
	}
	file := path.Join(book.SiteDir, src.Path)
	i := r.images[file]
	if i == nil {
		ext := strings.ToLower(path.Ext(file))
		if imageTypes[ext] == "" {
			return diag.Errorf(r.page.from.Pos(line(r.page.from, file)),
				"the image %s: paper and e-readers show gif, jpeg, png and svg", file)
		}
		data, err := os.ReadFile(filepath.Join(r.root, filepath.FromSlash(file)))
		if err != nil {
			return err
		}
		i = &Image{fmt.Sprintf("%d%s", len(r.order)+1, ext), imageTypes[ext], data}
		r.images[file] = i
		r.order = append(r.order, i)
	}
	Set(img, "src", r.at.Image(i))
	return nil
}
