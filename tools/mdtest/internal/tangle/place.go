package tangle

import (
	"path"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/splice"
	"byhand/tools/mdtest/internal/tree"
)

// place applies a listing to a tree.
func (t *tangler) place(b *chapter.Block, in tree.Tree) (tree.Tree, bool) {
	old := in.Get(b.Path)
	if old == nil {
		if q := in.Clash(b.Path); q != "" {
			t.errs.Addf(b.Pos(), "%s can't stand beside %s, which the tree has already: on some systems they are one", b.Path, q)
			return in, false
		}
	}
	if path.Base(b.Path) == "go.mod" {
		t.errs.Addf(b.Pos(), "%s: code/ is part of one module, the book's", b.Path)
		return in, false
	}
	text, changes, ok := t.edit(b, old)
	if !ok {
		return in, false
	}
	pl := &Placement{Path: b.Path, Before: old, Changes: changes}
	t.sec.Placed[b] = pl
	if text.Len() == 0 {
		if old == nil {
			t.errs.Addf(b.Pos(), "%s: an empty listing deletes a file, and there is none", b.Path)
			return in, false
		}
		pl.Tree = in.Without(b.Path)
		return pl.Tree, true
	}
	pl.After = tree.NewFile(b.Path, text)
	pl.Tree = in.With(pl.After)
	return pl.Tree, true
}

// edit returns what the file at b.Path becomes.
func (t *tangler) edit(b *chapter.Block, old *tree.File) (tree.Text, []splice.Change, bool) {
	block := blockText(b)
	switch {
	case b.Made:
		record := t.book.Made[t.sec.Name+"/"+b.Path]
		text := tree.NewText(record, diag.Pos{})
		for i := range text.From {
			text.From[i] = b.Pos()
		}
		return text, nil, true
	case b.Kind == chapter.File && b.Append:
		if old == nil {
			t.errs.Addf(b.Pos(), "append: there is no %s to append to", b.Path)
			return tree.Text{}, nil, false
		}
		var text tree.Text
		text.Append(old.Text)
		text.Append(block)
		return text, nil, true
	case b.Kind == chapter.File:
		return block, nil, true
	}
	var before tree.Text
	if old != nil {
		before = old.Text
	}
	text, changes, errs := splice.Apply(before, splice.Edit{
		Block: block, Pos: b.Pos(), Drop: b.Drop, Whole: b.Whole,
		Module: t.book.Module,
	})
	t.errs = append(t.errs, errs...)
	return text, changes, len(errs) == 0
}

// blockText returns a block's content, each line with its place.
func blockText(b *chapter.Block) tree.Text {
	var text tree.Text
	for i, l := range b.Lines {
		text.Add(l.Text, diag.Pos{File: b.File, Line: b.LineAt(i)})
	}
	return text
}
