package chapter

import (
	"strings"

	"byhand/tools/mdtest/internal/markdown"
)

// Edited returns the chapter with other texts in some of its blocks. The
// lines of such a block count from 1, in a file of their own that is called
// by the name it has in names; all others stand where they stood, and so do
// those that a challenge names. c does not change.
func (c *Chapter) Edited(texts, names map[*Block]string) *Chapter {
	out := *c
	out.Sections, out.Blocks = nil, nil
	to := map[*Block]*Block{}
	for _, b := range c.Blocks {
		to[b] = b
		if text, ok := texts[b]; ok {
			to[b] = b.edited(text, names[b])
		}
		out.Blocks = append(out.Blocks, to[b])
	}
	for _, s := range c.Sections {
		t := *s
		t.Blocks = nil
		for _, b := range s.Blocks {
			t.Blocks = append(t.Blocks, to[b])
		}
		out.Sections = append(out.Sections, &t)
	}
	return &out
}

func (b *Block) edited(text, name string) *Block {
	f := *b.Fence
	f.Line, f.Lines = 0, nil
	text = strings.TrimSuffix(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if text != "" {
		for _, l := range strings.Split(text, "\n") {
			f.Lines = append(f.Lines, markdown.Line{Text: l})
		}
	}
	f.Last = len(f.Lines) + 1
	out := *b
	out.Fence, out.File = &f, name
	return &out
}
