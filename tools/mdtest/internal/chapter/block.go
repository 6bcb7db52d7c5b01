package chapter

import (
	"strings"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/markdown"
)

// Kind says what the tool does with a block.
type Kind int

// The kinds of blocks.
const (
	Shown      Kind = iota // never run: text, diagrams, sketches
	Listing                // Go declarations that edit a file
	File                   // a whole file, or an addition to its end
	Console                // commands and what they print
	Testscript             // a testscript
	Rust                   // accepted or rejected by rustc
	Recorded               // shows a recorded measurement
)

// Block is a fenced block and what it is for.
type Block struct {
	*markdown.Fence
	Info
	Kind    Kind
	File    string // the chapter that it stands in
	Section *Section
	Exer    *Challenge // the challenge that it stands in, or nil
	Answer  bool       // stands in a fold that answers Exer
	Under   int        // line of the heading above, of any level
}

// Pos returns where the block begins.
func (b *Block) Pos() diag.Pos { return diag.Pos{File: b.File, Line: b.Line} }

// PosAt returns where content line i, from 0, stands.
func (b *Block) PosAt(i int) diag.Pos {
	return diag.Pos{File: b.File, Line: b.LineAt(i)}
}

// Edits reports whether the block changes the tree for good.
func (b *Block) Edits() bool {
	return (b.Kind == Listing || b.Kind == File) && !b.Aside && !b.Challenge
}

// Command is one `$` line of a console block and what it should print.
type Command struct {
	Line string // what the shell gets; continued lines joined by newlines
	At   int    // content line of the `$`
	From int    // first content line of the output
	To   int    // the line after the last
}

// Commands splits a console block. A command that ends in a backslash goes
// on in the next line. Lines before the first command belong to none.
func (b *Block) Commands() []Command {
	var cmds []Command
	for i := 0; i < len(b.Lines); i++ {
		line, ok := strings.CutPrefix(b.Lines[i].Text, "$ ")
		if !ok {
			if n := len(cmds); n > 0 {
				cmds[n-1].To = i + 1
			}
			continue
		}
		cmd := Command{Line: line, At: i}
		for strings.HasSuffix(cmd.Line, `\`) && i+1 < len(b.Lines) {
			i++
			cmd.Line += "\n" + b.Lines[i].Text
		}
		cmd.From, cmd.To = i+1, i+1
		cmds = append(cmds, cmd)
	}
	return cmds
}

// allowed lists the flags that a kind of block may carry.
var allowed = map[Kind]string{
	Shown:      "sketch",
	Listing:    "aside red made challenge drop whole",
	File:       "append aside made",
	Console:    "fails numbers",
	Testscript: "",
	Rust:       "fails=",
	Recorded:   "recorded",
}

func kindOf(in Info) (Kind, string) {
	switch {
	case in.Sketch && in.Path != "":
		return Shown, "a sketch is not placed: it has no path"
	case in.Sketch:
		return Shown, ""
	case in.Recorded != "":
		return Recorded, ""
	case in.Lang == "go" && in.Path == "":
		return Shown, "a go block needs a path (go code/…) or sketch"
	case in.Lang == "go":
		return Listing, ""
	case in.Path != "" && (in.Lang == "console" || in.Lang == "testscript"):
		return Shown, "a " + in.Lang + " block has no path"
	case in.Path != "":
		return File, ""
	case in.Lang == "console":
		return Console, ""
	case in.Lang == "testscript":
		return Testscript, ""
	case in.Lang == "rust":
		return Rust, ""
	}
	return Shown, ""
}

// misused returns the flags that a block of this kind can't have.
func misused(k Kind, in Info) []string {
	words := strings.Fields(Info{
		Append: in.Append, Aside: in.Aside, Red: in.Red, Made: in.Made,
		Challenge: in.Challenge, Whole: in.Whole, Fails: in.Fails,
		Numbers: in.Numbers, Codes: in.Codes, Drop: in.Drop,
		Recorded: in.Recorded, Sketch: in.Sketch,
	}.String())
	var bad []string
	for _, w := range words {
		name, _, has := strings.Cut(w, "=")
		if name == "fails" && has {
			name = "fails="
		}
		if !hasWord(allowed[k], name) {
			bad = append(bad, w)
		}
	}
	return bad
}

func hasWord(words, w string) bool {
	for _, x := range strings.Fields(words) {
		if x == w {
			return true
		}
	}
	return false
}
