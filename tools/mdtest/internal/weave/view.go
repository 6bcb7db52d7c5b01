package weave

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// version is a file as a listing left it: a page of the site, shared by all
// listings that make the same of the same.
type version struct {
	name    string // of the page
	file    *tree.File
	before  *tree.File // nil if the file was new, or no listing made it
	back    string     // the listing that made it first, from the site's root
	section *tangle.Section
}

// versions knows the files of the book as they stood after each listing.
// They are found when they are first asked for.
type versions struct {
	byFile  map[*tree.File]*version
	byName  map[string]*version
	lastly  map[*chapter.Section]*tangle.Section // the last step by the end of each section
	started bool
}

// find lists the versions that the listings make.
func (w *weaver) find() *versions {
	v := &w.versions
	if v.started {
		return v
	}
	*v = versions{
		started: true,
		byFile:  map[*tree.File]*version{}, byName: map[string]*version{},
		lastly: map[*chapter.Section]*tangle.Section{},
	}
	for _, p := range w.program.Book.Base.Paths() {
		v.of(w.program.Book.Base.Get(p))
	}
	var last *tangle.Section
	for _, c := range w.program.Chapters {
		out := w.out(c.File)
		for _, s := range c.Sections {
			for i, b := range s.Blocks {
				if pl := s.Placed[b]; pl != nil && pl.After != nil {
					v.add(&version{file: pl.After, before: pl.Before, back: out + "#" + s.BlockID(i), section: s})
				}
			}
			if s.Step {
				last = s
			}
			v.lastly[s.Section] = last
		}
	}
	return v
}

// out returns the page that shows a file of the book.
func (w *weaver) out(file string) string {
	for _, p := range w.links.Pages {
		if p.File == file {
			return p.Out
		}
	}
	return ""
}

// add enters a version, or returns the one that is the same.
func (v *versions) add(new *version) *version {
	new.name = new.hash()
	made := v.byName[new.name]
	if made == nil {
		made = new
	}
	v.byName[new.name], v.byFile[new.file] = made, made
	return made
}

// of returns the version that a file is.
func (v *versions) of(f *tree.File) *version {
	if v.byFile[f] == nil {
		v.add(&version{file: f})
	}
	return v.byFile[f]
}

// named returns the version that has that page, or nil. Whatever a tree
// holds may be asked for, even if no listing of this program made it.
func (w *weaver) named(name string) *version {
	v := w.find()
	if v.byName[name] == nil {
		for _, s := range w.program.Steps() {
			for _, p := range s.End.Paths() {
				v.of(s.End.Get(p))
			}
		}
	}
	return v.byName[name]
}

// hash names the page by all that it shows of the file.
func (v *version) hash() string {
	h := sha256.New()
	io.WriteString(h, v.file.Path+"\x00"+v.file.Hash()+"\x00")
	if v.before != nil {
		io.WriteString(h, v.before.Hash())
	}
	return "files/" + hex.EncodeToString(h.Sum(nil)[:6]) + ".html"
}

// linesOf returns the lines of a file as HTML, for a page in a folder.
func (w *weaver) linesOf(f *tree.File) []string {
	if strings.HasSuffix(f.Path, ".go") {
		return w.lines.golang(f, w.names.whole(f, "../"))
	}
	out := make([]string, len(f.Text.Lines))
	for i, l := range f.Text.Lines {
		out[i] = escape(l)
	}
	return out
}

// lineCache highlights lines of Go that it has seen before no second time:
// the versions of a file share most of theirs, and what their names lead to.
type lineCache map[string]string

func (c lineCache) golang(f *tree.File, k *linker) []string {
	if spans(f.Text.Lines) {
		return highlight(f.Text.String(), k.naming(0))
	}
	out := make([]string, len(f.Text.Lines))
	for i, l := range f.Text.Lines {
		key := l + k.leads(i)
		h, ok := c[key]
		if !ok && l != "" {
			h = highlight(l+"\n", k.naming(i))[0]
			c[key] = h
		}
		out[i] = h
	}
	return out
}

// spans reports whether a token may go on from one line to the next.
func spans(lines []string) bool {
	for _, l := range lines {
		if strings.Contains(l, "/*") || strings.Count(l, "`")%2 > 0 {
			return true
		}
	}
	return false
}

// views links the pages that show a listing's file and tree, and holds its
// diff: each of them a view of the listing where there is a script.
func (p *page) views(b *chapter.Block, pl *tangle.Placement) string {
	if p.bare || pl == nil {
		return ""
	}
	var links []string
	v := p.find()
	if pl.After != nil {
		links = append(links, `<a href="`+v.of(pl.After).name+`">File</a>`)
	}
	if s := v.lastly[b.Section]; s != nil {
		links = append(links, `<a href="`+treeName(s)+`">Tree</a>`)
	}
	out, grows := p.diffView(pl)
	class := "views"
	if grows {
		class = "views grows"
	}
	if len(links) > 0 {
		out += `<p class="` + class + `">` + strings.Join(links, " ") + "</p>\n"
	}
	return out
}
