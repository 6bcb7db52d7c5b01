package weave

import (
	"strings"

	"byhand/tools/mdtest/internal/semantic"
	"byhand/tools/mdtest/internal/tangle"
)

// index has the exported names of the book's packages, qualified.
type index map[string]*history

// history is what became of a name.
type history struct {
	symbol  *semantic.Symbol // as it was last
	made    []mention        // defined, then changed
	makings []making         // … and by which listings
	used    []mention
	dropped *mention // unless it came back
}

// mention is a section that has to do with a name, and the block there.
type mention struct {
	sec  *tangle.Section
	page string
	id   string
}

// declared notes that a listing defines or changes a name. What asides do
// is undone.
func (x index) declared(l *listed, s *semantic.Symbol, to target) {
	if !l.block.Edits() || l.file.Command || !exported(s.Name) || strings.HasSuffix(l.Path, "_test.go") {
		return
	}
	h := x[s.Qualified()]
	if h == nil {
		h = &history{}
		x[s.Qualified()] = h
	}
	h.symbol, h.dropped = s, nil
	h.made = mentioned(h.made, mention{l.sec, to.page, l.id})
	h.makings = append(h.makings, making{l.block.File, l.block.Line, to})
}

// dropped notes that a listing takes a name out of its file. It may have
// been moved to another one before.
func (x index) dropped(l *listed, name, page string) {
	if h := x[name]; h != nil && l.block.Edits() && h.symbol.Path == l.Path {
		h.dropped = &mention{l.sec, page, l.id}
	}
}

func (x index) used(l *listed, s *semantic.Symbol, page string) {
	if h := x[s.Qualified()]; h != nil {
		h.used = mentioned(h.used, mention{l.sec, page, l.id})
	}
}

// mentioned appends a mention, one for each section.
func mentioned(list []mention, m mention) []mention {
	if n := len(list); n > 0 && list[n-1].sec == m.sec {
		return list
	}
	return append(list, m)
}
