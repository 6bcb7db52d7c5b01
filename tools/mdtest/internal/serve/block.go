package serve

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tangle"
)

// block is what a page's script knows of a block that can be run or edited.
type block struct {
	ID   string `json:"id"`
	Does string `json:"does"` // runs, or edits
	Text string `json:"text"`
	Hash string `json:"hash"` // of the text
}

// What a reader can do with a block.
const (
	canRun  = "runs"
	canEdit = "edits"
)

// does says what a reader can do with a block, or "".
func does(b *chapter.Block) string {
	switch {
	case b.Kind == chapter.Console, b.Kind == chapter.Testscript:
		return canRun
	case (b.Kind == chapter.Listing || b.Kind == chapter.File) && !b.Made:
		return canEdit
	}
	return ""
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// blocks answers with the blocks of a page that a reader can do something
// with, in their order.
func (s *Server) blocks(w http.ResponseWriter, r *http.Request) {
	out := []block{}
	if _, c, err := s.press.chapter(r.URL.Query().Get("page")); err == nil {
		for _, s := range c.Chapter.Sections {
			for i, b := range s.Blocks {
				if what := does(b); what != "" {
					out = append(out, block{s.BlockID(i), what, b.Text(), hash(b.Text())})
				}
			}
		}
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(out)
}

// anchors returns a chapter's blocks by their anchors.
func anchors(c *chapter.Chapter) map[string]*chapter.Block {
	out := map[string]*chapter.Block{}
	for _, s := range c.Sections {
		for i, b := range s.Blocks {
			out[s.BlockID(i)] = b
		}
	}
	return out
}

// edit is a text that stands in a block's place for one request.
type edit struct {
	Hash string `json:"hash"` // of the text that was edited
	Text string `json:"text"`
}

// edited is a chapter as a reader has edited it.
type edited struct {
	page  string
	c     *tangle.Chapter
	names map[string]string // anchors of edited blocks, by the names of their files
}

// with follows a chapter with the edits of a reader. What is wrong with them
// is in the list; c has not changed.
func with(b *book.Book, c *tangle.Chapter, page string, edits map[string]edit) (*edited, []fault) {
	out := &edited{page: page, c: c, names: map[string]string{}}
	if len(edits) == 0 {
		return out, nil
	}
	var faults []fault
	texts, names := map[*chapter.Block]string{}, map[*chapter.Block]string{}
	at := anchors(c.Chapter)
	for id, e := range edits {
		b := at[id]
		if b == nil || does(b) != canEdit || hash(b.Text()) != e.Hash {
			faults = append(faults, fault{
				At: c.File, Page: page, Block: id,
				Msg: "the chapter has another listing here than the one that you have edited",
			})
			continue
		}
		texts[b], names[b] = e.Text, fmt.Sprintf("your edit of %s", b.Pos())
		out.names[names[b]] = id
	}
	if len(faults) > 0 {
		return out, faults
	}
	tc, errs := tangle.Follow(&b.Book, c.Chapter.Edited(texts, names), c.Start)
	out.c = tc
	return out, out.faults(errs)
}

// faults says where on the page errors are.
func (e *edited) faults(errs []*diag.Error) []fault {
	var out []fault
	for _, err := range errs {
		f := fault{At: err.Pos.String(), Msg: err.Msg, Where: err.Where, Detail: err.Detail, Page: e.page}
		if id, ok := e.names[err.File]; ok {
			f.Block, f.Line = id, err.Line
		} else if err.File == e.c.File {
			f.Block = blockAt(e.c.Chapter, err.Line)
			if b := anchors(e.c.Chapter)[f.Block]; b != nil {
				f.Line = err.Line - b.Line
			}
		} else {
			f.Page = ""
		}
		out = append(out, f)
	}
	return out
}

// check returns what running a block means: for a console block or a
// testscript, the check that it is; for a listing, that it compiles, tests
// included, in the tree that it makes. It returns nil if nothing can be run.
func (e *edited) check(id string) *tangle.Check {
	for _, s := range e.c.Sections {
		for i, b := range s.Blocks {
			if s.Section.BlockID(i) == id {
				return checkOf(s, b)
			}
		}
	}
	return nil
}

func checkOf(s *tangle.Section, b *chapter.Block) *tangle.Check {
	for _, c := range s.Checks {
		if c.Block == b && (c.Kind == tangle.Shell || c.Kind == tangle.Script) {
			return c
		}
	}
	if pl := s.Placed[b]; pl != nil && pl.After != nil {
		return &tangle.Check{
			Kind: tangle.Shell, Section: s, Tree: pl.Tree, Pos: b.Pos(), Block: vetting(b),
		}
	}
	return nil
}
