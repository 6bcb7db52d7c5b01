package weave

import (
	"fmt"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/legible"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/tangle"
)

// Body is what stands on a page, without the frame that the site has, and
// how its checks came out.
type Body struct {
	*links.Page
	HTML string
}

// Bodies renders the pages for paper and e-readers: without buttons,
// views, and whatever else needs a script or another file of the site.
// Links are those of the site. It fails as Render does.
func Bodies(b *book.Book, p *tangle.Program, opts ...Option) ([]Body, error) {
	w, err := newWeaver(b, p, opts...)
	if err != nil {
		return nil, err
	}
	w.bare = true
	var out []Body
	for _, page := range w.links.Pages {
		body, err := w.body(page)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", page.File, err)
		}
		out = append(out, Body{page, legible.Clean(string(body + w.totals(page)))})
	}
	return out, nil
}

// Fonts returns the style sheet of the site's fonts, and their files by the
// names that it gives them.
func Fonts() (css []byte, files Site, err error) {
	files = Site{}
	if err := files.addAsTheyAre("assets/fonts/*.woff2", "fonts/"); err != nil {
		return nil, nil, err
	}
	css, err = assets.ReadFile("assets/css/15-fonts.css")
	return css, files, err
}
