package tags

import (
	"fmt"
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// trailer marks the commits of steps, together with their committer.
const trailer = "Step"

// message is a step's title, its first paragraph, and where it stands.
func message(s *tangle.Section) string {
	var b strings.Builder
	b.WriteString(s.Title + "\n\n")
	if s.Summary != "" {
		b.WriteString(wrap(s.Summary, 72) + "\n\n")
	}
	fmt.Fprintf(&b, "Chapter: %s\n%s: %s\n", s.Chapter.File, trailer, s.Name)
	return b.String()
}

// wrap breaks a text into lines of at most width characters, if its words
// allow it.
func wrap(text string, width int) string {
	var b strings.Builder
	at := 0
	for _, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case at == 0:
		case at+1+n > width:
			b.WriteByte('\n')
			at = 0
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
	return b.String()
}

// readme is the file that tells whoever opens a step's tree where he is.
// Its links work on a Git host, from the page of a tag, and in a worktree
// called steps. It says nothing of later steps: one more of these moves none
// of the tags before it.
func readme(title string, steps []*tangle.Section, i int) *tree.File {
	s := steps[i]
	var b strings.Builder
	page := fmt.Sprintf("%s#%s", s.Chapter.File, s.ID)
	fmt.Fprintf(&b, "# %s\n\n", s.Title)
	fmt.Fprintf(&b, "Step %d of *%s*, `%s`: the program as it stands\nat the end of this section of the chapter “%s”.\n\n",
		i+1, title, s.Name, s.Chapter.Title)
	fmt.Fprintf(&b, "- The text: [on the book's Git host](../../main/%s), or\n  [beside this folder](../%[1]s) if it is the worktree of `mdtest step`\n", page)
	if i > 0 {
		fmt.Fprintf(&b, "- What changed: `git diff %s %s`\n", steps[i-1].Name, s.Name)
		fmt.Fprintf(&b, "- The step before: `%s`\n", steps[i-1].Name)
	}
	b.WriteString("\n`go test ./...` checks it. Nothing here is edited by hand: `mdtest tags`\nmakes it from the chapters.\n")
	return tree.NewFile("README.md", tree.NewText(b.String(), diag.Pos{File: s.Chapter.File, Line: s.Line}))
}
