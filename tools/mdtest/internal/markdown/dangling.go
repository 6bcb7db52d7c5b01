package markdown

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Dangling is a reference that finds nothing: it would stand on the page as
// it is written. Or it is a footnote that nothing refers to, which would not
// be on the page at all.
type Dangling struct {
	Line int
	Why  string
}

var (
	noteRef = regexp.MustCompile(`(?:^|[^\\])(\[\^([^\]\s]+)\])`)
	linkRef = regexp.MustCompile(`(?:^|[^\\\]])(\[[^\]\[]+\]\[([^\]\[]+)\])`)
	noteDef = regexp.MustCompile(`^ {0,3}\[\^([^\]\s]+)\]:`)
)

// Dangling returns the references on the page that find nothing. It looks
// for them once: a page is checked again whenever another one has changed.
func (d *Doc) Dangling() []Dangling {
	d.loose.Do(func() { d.dangles = d.findDangling() })
	return d.dangles
}

func (d *Doc) findDangling() []Dangling {
	var out []Dangling
	notes := map[string]bool{}
	_ = ast.Walk(d.root, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *extast.Footnote:
			notes[string(n.Ref)] = true
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *extast.TableCell:
			if in {
				out = append(out, d.dangling(n)...)
			}
		}
		return ast.WalkContinue, nil
	})
	for i, line := range strings.Split(string(d.Source), "\n") {
		if !strings.Contains(line, "[^") {
			continue
		}
		m := noteDef.FindStringSubmatch(line)
		if m != nil && !notes[m[1]] && !d.inFence(i+1) {
			out = append(out, Dangling{i + 1, fmt.Sprintf("nothing refers to the footnote [^%s]", m[1])})
		}
	}
	return out
}

// dangling finds the references in the prose of a block that have become no
// links.
func (d *Doc) dangling(block ast.Node) []Dangling {
	var out []Dangling
	prose, line := d.prose(block), d.lineOf(block)
	if !strings.Contains(prose, "[") {
		return nil
	}
	find := func(re *regexp.Regexp, format string) {
		for _, at := range re.FindAllStringSubmatchIndex(prose, -1) {
			out = append(out, Dangling{
				line + strings.Count(prose[:at[2]], "\n"),
				fmt.Sprintf(format, prose[at[2]:at[3]], prose[at[4]:at[5]]),
			})
		}
	}
	find(noteRef, "%s: there is no footnote [^%s]: …")
	find(linkRef, "%s: there is no [%s]: … with an address; if it is code, set it in backticks")
	return out
}

func (d *Doc) inFence(line int) bool {
	for _, item := range d.Items {
		if f, ok := item.(*Fence); ok && f.Line <= line && line <= f.Last {
			return true
		}
	}
	return false
}
