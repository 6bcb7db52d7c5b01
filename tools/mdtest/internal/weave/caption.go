package weave

import (
	"fmt"
	"html"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/splice"
	"byhand/tools/mdtest/internal/tangle"
)

// caption says where a listing goes and what it does there.
func caption(b *chapter.Block, pl *tangle.Placement) (words string, flags []string) {
	switch {
	case b.Challenge:
		flags = append(flags, "a challenge: make this test pass")
	case b.Aside && b.Answer:
		flags = append(flags, "an answer: undone afterwards")
	case b.Aside:
		flags = append(flags, "a detour: undone at the next heading, or listing that stays")
	}
	if b.Red {
		flags = append(flags, "broken on purpose")
	}
	if b.Made {
		flags = append(flags, "written by a command above")
	}
	switch {
	case pl == nil:
		return "", flags
	case pl.After == nil:
		return "the file is deleted", flags
	case pl.Before == nil:
		return "new file", flags
	case b.Append:
		return "added at the end", flags
	case b.Made && leavesOut(b):
		return "an excerpt", flags
	case b.Kind == chapter.File || b.Made:
		return "the whole file, " + newLines(countFresh(b, pl), 0), flags
	}
	parts := changes(pl.Changes)
	if b.Whole {
		parts = append([]string{"the whole file"}, parts...)
	}
	if len(parts) == 0 {
		parts = []string{"as it stands"}
	}
	return strings.Join(parts, " · "), flags
}

// leavesOut reports whether a made block shows its file in part.
func leavesOut(b *chapter.Block) bool {
	for _, l := range b.Lines {
		if isRest(b, l.Text) {
			return true
		}
	}
	return false
}

func countFresh(b *chapter.Block, pl *tangle.Placement) int {
	n := 0
	for _, s := range states(b, pl) {
		if s == fresh {
			n++
		}
	}
	return n
}

// changes says what became of the declarations.
func changes(cs []splice.Change) []string {
	var in, parts, dropped, joined []string
	n, gone := 0, 0
	for i := 0; i < len(cs); i++ {
		switch c := cs[i]; c.Verb {
		case splice.Replaced:
			for _, spec := range c.Specs {
				joined = append(joined, name(spec))
			}
			if c.Name == splice.Imports {
				continue
			}
			in = append(in, name(c.Name))
			n, gone = n+c.Lines, gone+c.Gone
		case splice.Dropped:
			dropped = append(dropped, name(c.Name))
		case splice.Added:
			names := []string{name(c.Name)}
			for i+1 < len(cs) && cs[i+1].Verb == splice.Added && cs[i+1].After == cs[i].Name {
				i++
				names = append(names, name(cs[i].Name))
			}
			parts = append(parts, and(names)+" added"+after(c.After))
		}
	}
	if len(in) > 0 {
		parts = append([]string{"in " + and(in) + ", " + newLines(n, gone)}, parts...)
	}
	if len(joined) > 0 {
		parts = append(parts, and(joined)+" to be imported")
	}
	if len(dropped) > 0 {
		parts = append(parts, and(dropped)+" dropped")
	}
	return parts
}

func after(decl string) string {
	switch decl {
	case "":
		return ""
	case splice.Head, splice.Imports:
		return " at the top"
	}
	return " after " + name(decl)
}

// newLines says how many lines are new, and how many they replace.
func newLines(n, gone int) string {
	switch {
	case n == 0 && gone == 0:
		return "as it stands"
	case n == 0:
		return lines(gone) + " taken out"
	case gone == 0:
		return strings.Replace(lines(n), " ", " new ", 1)
	case n == gone:
		return lines(n) + " replaced"
	}
	return fmt.Sprintf("%s in place of %d", lines(n), gone)
}

func lines(n int) string {
	if n == 1 {
		return "1 line"
	}
	return fmt.Sprintf("%d lines", n)
}

// name sets a declaration's name in the type of code.
func name(decl string) string {
	switch decl {
	case splice.Head, splice.Imports, "a comment":
		return decl
	}
	return "<code>" + html.EscapeString(decl) + "</code>"
}
