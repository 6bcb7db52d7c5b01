package serve

import (
	"errors"
	"slices"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/diag"
)

// fault is something wrong with the book, and where a reader sees it.
type fault struct {
	At     string `json:"at"` // chapters/03-arena.md:118
	Msg    string `json:"msg"`
	Where  string `json:"where,omitempty"`
	Detail string `json:"detail,omitempty"`
	Page   string `json:"page,omitempty"`
	Block  string `json:"block,omitempty"` // its anchor there
	Line   int    `json:"line,omitempty"`  // of the block's text, from 1
}

// blame shows what is wrong with b, or that nothing is.
func (p *press) blame(b *book.Book, errs diag.List) {
	var list diag.List
	errors.As(errs.Err(), &list)
	p.mu.Lock()
	defer p.mu.Unlock()
	var faults []fault
	for _, e := range list {
		faults = append(faults, p.faultOf(b, e))
	}
	if slices.Equal(faults, p.faults) {
		return
	}
	p.faults = faults
	p.told++
	p.tellAll()
}

func (p *press) faultOf(b *book.Book, e *diag.Error) fault {
	f := fault{At: e.Pos.String(), Msg: e.Msg, Where: e.Where, Detail: e.Detail}
	if p.now != nil {
		f.Page = p.now.outs[e.File]
	}
	for _, c := range b.Chapters {
		if c.File == e.File && f.Page != "" {
			f.Block = blockAt(c, e.Line)
		}
	}
	return f
}
