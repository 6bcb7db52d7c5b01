package lint

import (
	"regexp"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/markdown"
	"byhand/tools/mdtest/internal/tangle"
)

// page is a chapter as its reader meets it: one thing after the other.
type page struct {
	*tangle.Chapter
	entries []entry
}

// entry is a text, a heading or a block: one of the three is set.
type entry struct {
	text  *markdown.Text
	head  *markdown.Heading
	block *chapter.Block

	section *tangle.Section
	quote   bool   // stands in a quotation
	fold    bool   // stands in a <details>
	mark    string // opens a quotation that is marked so: NOTE
	words   int    // of a text
	prose   string // of a text, without its mark
}

// main reports whether the entry belongs to the chapter's main line.
func (e entry) main() bool {
	return !e.quote && !e.fold && e.section.Title != "Challenges"
}

// listing reports whether the entry is a listing.
func (e entry) listing() bool { return e.block != nil && isListing(e.block) }

func isListing(b *chapter.Block) bool {
	return (b.Kind == chapter.Listing || b.Kind == chapter.File) && !b.Made
}

var (
	openFold  = regexp.MustCompile(`(?i)<details\b`)
	closeFold = regexp.MustCompile(`(?i)</details\s*>`)
	quoteMark = regexp.MustCompile(`^\[!([A-Z]+)\]\s*`)
)

func newPage(c *tangle.Chapter) *page {
	p := &page{Chapter: c}
	blocks := map[*markdown.Fence]*chapter.Block{}
	for _, b := range c.Blocks {
		blocks[b.Fence] = b
	}
	section, folds := 0, 0
	for _, item := range c.Doc.Items {
		e := entry{}
		switch item := item.(type) {
		case *markdown.HTML:
			folds += len(openFold.FindAllString(item.Text, -1))
			folds -= len(closeFold.FindAllString(item.Text, -1))
			continue
		case *markdown.Heading:
			e.head = item
			if item.Level == 2 {
				section++
			}
		case *markdown.Fence:
			e.block, e.quote = blocks[item], item.Quote
		case *markdown.Text:
			e.setText(item)
		}
		e.section, e.fold = c.Sections[section], folds > 0
		p.entries = append(p.entries, e)
	}
	return p
}

func (e *entry) setText(t *markdown.Text) {
	e.text, e.quote, e.words, e.prose = t, t.Quote, t.Words, t.Prose
	if m := quoteMark.FindStringSubmatch(t.Prose); m != nil && t.Quote {
		e.mark = m[1]
		e.prose = t.Prose[len(m[0]):]
		// The mark's line break must not be lost, for lines to be counted.
		if strings.Contains(m[0], "\n") {
			e.prose = "\n" + e.prose
		}
		e.words--
	}
}
