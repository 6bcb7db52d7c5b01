// Package epub packs a book for e-readers: EPUB 3, a document a page, no
// scripts. The same book makes the same bytes.
//
// Non-goals: EPUB 2, and what only one reader's software can show.
package epub

import (
	"archive/zip"
	"bytes"
	"embed"
	"fmt"
	"hash/crc32"
	"io"
	"text/template"
	"time"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/volume"
	"byhand/tools/mdtest/internal/weave"
)

// MediaType is what an EPUB is as a file.
const MediaType = "application/epub+zip"

//go:embed assets
var assets embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"xml": volume.EscapeXML, "add": func(a, b int) int { return a + b },
}).ParseFS(assets, "assets/*.tmpl"))

// New binds the pages of a book as an EPUB needs them.
func New(b *book.Book, bodies []weave.Body) (*volume.Volume, error) {
	return volume.New(b, bodies, volume.Places{
		Page: func(p *volume.Page, id string) string {
			if p == nil {
				return "nav.xhtml"
			}
			if id == p.ID {
				return file(p)
			}
			return file(p) + "#" + id
		},
		Image: func(i *volume.Image) string { return "images/" + i.Name },
	})
}

// file returns the name of a page's document.
func file(p *volume.Page) string { return p.ID + ".xhtml" }

// Write packs the volume. Modified is the date of the edition: readers take
// a newer one for an update.
func Write(w io.Writer, v *volume.Volume, modified time.Time) error {
	p := &packer{zip: zip.NewWriter(w)}
	p.stored("mimetype", MediaType)
	p.template("META-INF/container.xml", "container.tmpl", nil)
	p.template("EPUB/package.opf", "package.tmpl", newPackage(v, modified))
	p.template("EPUB/nav.xhtml", "nav.tmpl", v)
	p.template("EPUB/title.xhtml", "title.tmpl", v)
	p.add("EPUB/cover.svg", []byte(cover(v.Title)))
	p.add("EPUB/book.css", styles())
	for _, page := range v.Pages {
		p.template("EPUB/"+file(page), "page.tmpl", newDocument(page))
	}
	for _, i := range v.Images {
		p.add("EPUB/images/"+i.Name, i.Data)
	}
	return firstError(p.err, p.zip.Close())
}

// styles returns the style sheet.
func styles() []byte {
	var out bytes.Buffer
	css, err := assets.ReadFile("assets/epub.css")
	if err != nil {
		panic(err) // it is part of this program
	}
	out.Write(css)
	for class, em := range volume.Hangs() {
		fmt.Fprintf(&out, ".%s { padding-left: %.1fem; text-indent: -%.1fem; }\n", class, em+0.6, em)
	}
	return out.Bytes()
}

// packer adds files to an archive until one fails.
type packer struct {
	zip *zip.Writer
	err error
}

// stored adds a file as it is, without a word about it that is not needed:
// the first of an EPUB is recognised by its bytes.
func (p *packer) stored(name, text string) {
	n := uint64(len(text))
	w, err := p.zip.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(text)),
		CompressedSize64: n, UncompressedSize64: n,
	})
	if err == nil {
		_, err = io.WriteString(w, text)
	}
	p.err = firstError(p.err, err)
}

func (p *packer) add(name string, data []byte) {
	if w := p.create(name); w != nil {
		_, p.err = w.Write(data)
	}
}

func (p *packer) template(name, tmpl string, data any) {
	if w := p.create(name); w != nil {
		p.err = templates.ExecuteTemplate(w, tmpl, data)
	}
}

// create begins a file, without a date: it would be another one each time.
func (p *packer) create(name string) io.Writer {
	if p.err != nil {
		return nil
	}
	w, err := p.zip.Create(name)
	p.err = err
	return w
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
