// Package pdf prints a book: one document of all its pages, which Chromium
// turns into a PDF with an outline, tags, page numbers and links that work.
//
// Chromium gets a file and nothing else: it has no network, no script to
// run, and a profile that is thrown away.
//
// Non-goals: other browsers, and what a page on a screen looks like.
package pdf

import (
	"context"
	"encoding/base64"
	"fmt"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/volume"
	"byhand/tools/mdtest/internal/weave"
)

// Papers are the sizes that a book can be printed on.
var Papers = []string{"A4", "letter"}

// Options say how a book is printed.
type Options struct {
	Chromium string // path of the browser; see Find
	Paper    string // one of Papers
}

// New binds the pages of a book as printing needs them.
func New(b *book.Book, bodies []weave.Body) (*volume.Volume, error) {
	return volume.New(b, bodies, volume.Places{
		Page: func(p *volume.Page, id string) string {
			if p == nil {
				return "#contents"
			}
			return "#" + id
		},
		Image: func(i *volume.Image) string {
			return "data:" + i.Type + ";base64," + base64.StdEncoding.EncodeToString(i.Data)
		},
	})
}

// Print returns the volume as a PDF. It prints twice: which pages the
// contents have to name is known only after the first time.
func Print(ctx context.Context, v *volume.Volume, o Options) ([]byte, error) {
	d, err := newDocument(v, o.Paper)
	if err != nil {
		return nil, err
	}
	b, err := start(ctx, o.Chromium)
	if err != nil {
		return nil, err
	}
	defer b.close()
	first, err := b.print(d, false)
	if err != nil {
		return nil, err
	}
	if d.Numbers, err = pages(first); err != nil {
		return nil, fmt.Errorf("the PDF that Chromium made: %w", err)
	}
	return b.print(d, true)
}
