// Package script turns a section's checks into a testscript: what
// `mdtest script` prints and `mdtest test` runs.
//
// The commands beyond testscript's own:
//
//	tree N      the tree as it stands at line N of the chapter
//	build       what the listing at N changed builds, tests apart
//	fmt         the tree is gofmt-clean
//	vet         what the step changed, and what imports that, vets
//	test        … and passes its tests; after a red spell `test mended`, for
//	            the answer of a challenge `test solved`, for one unsolved
//	            and for a red listing `! test`
//	compile     the tests of the listing at N compile
//	sh LINE     runs a line in the shell, in the tree
//	prints FILE the line printed what FILE says
//	makes PATH  the commands wrote the file, as it is recorded
//	shows NAME  the page shows what is recorded
//	script FILE runs a testscript in the tree
//	rustc       accepts the block; `! rustc E0499` rejects it so
//
// It is pure. Non-goals: running the script (package run).
package script

import (
	"fmt"
	"strings"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// Script is a section's testscript.
type Script struct {
	Name  string
	Lines []string
	Files []File // for the archive, in order
}

// File is a file of the script's archive.
type File struct{ Name, Data string }

// Compile writes the testscript of a section. It is empty if the section
// claims nothing.
func Compile(s *tangle.Section) *Script {
	out := &Script{Name: s.Name}
	for _, c := range s.Checks {
		out.add("# %s: %s", c.Pos, label(c))
		if c.Kind != tangle.Rust && c.Kind != tangle.Recorded {
			out.add("tree %d", c.Pos.Line)
		}
		out.check(c)
		out.add("")
	}
	return out
}

func label(c *tangle.Check) string {
	switch {
	case c.Kind == tangle.Step:
		return "step " + c.Section.Name
	case c.Block.Path != "":
		return string(c.Kind) + " " + c.Block.Path
	}
	return string(c.Kind)
}

func (s *Script) add(format string, args ...any) {
	s.Lines = append(s.Lines, fmt.Sprintf(format, args...))
}

func (s *Script) check(c *tangle.Check) {
	switch c.Kind {
	case tangle.Build:
		s.build(c)
	case tangle.Red:
		s.add("! test")
	case tangle.Step:
		s.add("fmt")
		s.add("vet")
		s.add("test")
	case tangle.Shell:
		s.console(c)
	case tangle.Script:
		name := fmt.Sprintf("%d.txtar", c.Pos.Line)
		s.Files = append(s.Files, File{name, c.Block.Text()})
		s.add("script %s", name)
	case tangle.Rust:
		s.rust(c)
	case tangle.Made:
		s.add("makes %s", c.Block.Path)
	case tangle.Recorded:
		s.add("shows %s %d", c.Block.Recorded, c.Pos.Line)
	case tangle.Unsolved:
		s.add("! test")
	case tangle.Solved:
		s.add("test solved")
	}
}

func (s *Script) build(c *tangle.Check) {
	s.add("build")
	if c.Block.Aside && strings.HasSuffix(c.Block.Path, "_test.go") {
		s.add("compile")
	}
	if c.Mends {
		s.add("test mended")
	}
}

func (s *Script) console(c *tangle.Check) {
	cmds := c.Block.Commands()
	for i, cmd := range cmds {
		not := ""
		if c.Block.Fails && i == len(cmds)-1 {
			not = "! "
		}
		s.add("%ssh %s", not, quote(cmd.Line))
		name := fmt.Sprintf("%d.%d", c.Pos.Line, i+1)
		s.Files = append(s.Files, File{name, shown(c.Block, cmd)})
		flag := ""
		if c.Block.Numbers {
			flag = " numbers"
		}
		s.add("prints %s%s", name, flag)
	}
}

func shown(b *chapter.Block, cmd chapter.Command) string {
	var out strings.Builder
	for _, l := range b.Lines[cmd.From:cmd.To] {
		out.WriteString(l.Text + "\n")
	}
	return out.String()
}

func (s *Script) rust(c *tangle.Check) {
	name := fmt.Sprintf("%d.rs", c.Pos.Line)
	s.Files = append(s.Files, File{name, c.Block.Text()})
	if c.Block.Fails {
		s.add("! rustc %s %s", name, strings.Join(c.Block.Codes, " "))
		return
	}
	s.add("rustc %s", name)
}

// quote writes a shell line as one argument of a testscript line. A
// continued line becomes one.
func quote(line string) string {
	line = strings.ReplaceAll(line, "\\\n", "")
	return "'" + strings.ReplaceAll(line, "'", "''") + "'"
}

// Format prints the script with its archive.
func (s *Script) Format() string {
	var b strings.Builder
	for _, l := range s.Lines {
		b.WriteString(l + "\n")
	}
	for _, f := range s.Files {
		fmt.Fprintf(&b, "-- %s --\n%s", f.Name, f.Data)
		if !strings.HasSuffix(f.Data, "\n") && f.Data != "" {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// Trees adds the files of each tree that the script names to the archive,
// as far as they differ from the tree before: N/code/….
func (s *Script) Trees(sec *tangle.Section) {
	before := sec.Start
	for _, c := range sec.Checks {
		if c.Tree.Len() == 0 {
			continue
		}
		for _, p := range before.Changed(c.Tree) {
			s.treeFile(c, p)
		}
		before = c.Tree
	}
}

func (s *Script) treeFile(c *tangle.Check, p string) {
	name := fmt.Sprintf("%d/%s", c.Pos.Line, p)
	var f *tree.File
	if f = c.Tree.Get(p); f == nil {
		name += " (deleted)"
		s.Files = append(s.Files, File{name, ""})
		return
	}
	s.Files = append(s.Files, File{name, string(f.Data())})
}
