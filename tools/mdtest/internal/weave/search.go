package weave

import (
	"bytes"
	"encoding/json"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/markdown"
)

// searchData is what a reader can find, as search-index.js tells it to the
// browser, which makes its own index of it. The file is as long as the
// book's text. It holds columns, not rows: likes beside likes pack better.
type searchData struct {
	Pages    searchPages    `json:"pages"`
	Sections searchSections `json:"sections"`
	Names    searchNames    `json:"names"`
	Files    searchFiles    `json:"files"`
}

type searchPages struct {
	File   []string `json:"file"` // of the site
	Number []string `json:"number"`
	Title  []string `json:"title"`
}

// searchSections are the passages below the headings.
type searchSections struct {
	Page  []int    `json:"page"`
	ID    []string `json:"id"` // the anchor
	Tag   []string `json:"tag"`
	Title []string `json:"title"`
	Text  []string `json:"text"`
	Code  []string `json:"code"` // the words of its code that the text does not have
}

// searchNames are what the code declares, and the listings that do so first.
type searchNames struct {
	Name    []string `json:"name"` // qualified: iterator.Seq.Map
	Kind    []string `json:"kind"`
	Section []int    `json:"section"`
	ID      []string `json:"id"` // empty where it is the name
}

// searchFiles are the files of the tree, and the listings that make them.
type searchFiles struct {
	Path    []string `json:"path"`
	Section []int    `json:"section"`
	ID      []string `json:"id"`
}

// searcher collects the data, page by page.
type searcher struct {
	data  searchData
	names *names
	files map[string]bool // found
}

// addSearch puts what the search needs into the site.
func (w *weaver) addSearch(site Site) error {
	s := &searcher{names: w.names, files: map[string]bool{}}
	for _, p := range w.links.Pages {
		s.page(p, w.open(p))
	}
	var out bytes.Buffer
	out.WriteString("byhand.book = ")
	// The encoder escapes <, > and what JavaScript takes for line ends.
	if err := json.NewEncoder(&out).Encode(&s.data); err != nil {
		return err
	}
	site["search-index.js"] = out.Bytes()
	var err error
	site["search.js"], err = joined("assets/lazy/*.js", "", "")
	return err
}

func (s *searcher) page(p *links.Page, pg *page) {
	to := &s.data.Pages
	to.File = append(to.File, p.Out)
	to.Number = append(to.Number, number(p))
	to.Title = append(to.Title, p.Title)
	for _, passage := range p.Doc.Passages() {
		s.passage(pg, passage)
	}
}

func (s *searcher) passage(pg *page, ps markdown.Passage) {
	var id, tag, title string
	if h := ps.Heading; h != nil {
		id, tag, title = h.ID, pg.steps[h.Line], h.Text
	}
	var code strings.Builder
	for _, f := range ps.Fences {
		if b := pg.blocks[f]; b != nil {
			s.block(pg, b, &code)
		} else {
			code.WriteString(f.Text())
		}
	}
	words := otherWords(code.String(), ps.Text)
	if title == "" && ps.Text == "" && words == "" {
		return
	}
	to := &s.data.Sections
	to.Page = append(to.Page, len(s.data.Pages.File)-1)
	to.ID = append(to.ID, id)
	to.Tag = append(to.Tag, tag)
	to.Title = append(to.Title, title)
	to.Text = append(to.Text, ps.Text)
	to.Code = append(to.Code, words)
}

// block finds what a block defines, and adds to code what can be searched
// of it. It stands in the section that is added next.
func (s *searcher) block(pg *page, b *chapter.Block, code *strings.Builder) {
	if b.Lang != "goat" {
		code.WriteString(b.Text())
	}
	code.WriteString(" " + strings.Join(b.Codes, " ") + "\n")
	if pl := pg.placed[b]; pl == nil || pl.After == nil || !b.Edits() {
		return
	}
	section, id := len(s.data.Sections.ID), pg.ids[b]
	if to := &s.data.Files; !s.files[b.Path] {
		s.files[b.Path] = true
		to.Path = append(to.Path, b.Path)
		to.Section = append(to.Section, section)
		to.ID = append(to.ID, id)
	}
	if s.names == nil {
		return
	}
	for _, d := range s.names.in[b] {
		name, anchor := d.Qualified(), d.id
		if name == anchor {
			anchor = ""
		}
		to := &s.data.Names
		to.Name = append(to.Name, name)
		to.Kind = append(to.Kind, string(d.Kind))
		to.Section = append(to.Section, section)
		to.ID = append(to.ID, anchor)
	}
}
