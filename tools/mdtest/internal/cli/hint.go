package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/disk"
	"byhand/tools/mdtest/internal/learn"
)

func (a *app) hintCmd() *cobra.Command {
	return &cobra.Command{
		Use: "hint", Short: "Reveal the next hint of the step at hand",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := a.classroom()
			if err != nil {
				return err
			}
			return c.hint()
		},
	}
}

// hint shows the hints so far and one more.
func (c *classroom) hint() error {
	lesson, err := c.need()
	if err != nil {
		return err
	}
	hints := lesson.Hints()
	if len(hints) == 0 {
		fmt.Fprintf(c.out, "%s has no hints; the text is at %s\n", lesson.Name, c.page(lesson, anchorOf(lesson)))
		return nil
	}
	n := 0
	err = c.ws.Update(func(s *learn.State) error {
		n = 1 + min(s.Hints[lesson.Name], len(hints)-1)
		s.Hints[lesson.Name] = n
		return nil
	})
	if err != nil {
		return failure{err}
	}
	for i, h := range hints[:n] {
		fmt.Fprintf(c.out, "hint %d of %d\n%s\n", i+1, len(hints), indentLines(h, "  "))
	}
	return nil
}

func (a *app) showCmd() *cobra.Command {
	api := false
	cmd := &cobra.Command{
		Use: "show", Short: "Show the book's own listings of the step at hand",
		Long: `show prints the listings of the step at hand, or the answer to the challenge.
With --api it prints what the step promises, and no more: the names that have
to be there, as Go declares them.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := a.classroom()
			if err != nil {
				return err
			}
			return c.show(api)
		},
	}
	cmd.Flags().BoolVar(&api, "api", false, "only the names that the step promises")
	return cmd
}

func (c *classroom) show(api bool) error {
	lesson, err := c.need()
	if err != nil {
		return err
	}
	if api {
		dir := ""
		for _, n := range lesson.Promise() {
			if n.Dir != dir {
				fmt.Fprintf(c.out, "%s\n", n.Dir)
				dir = n.Dir
			}
			fmt.Fprintf(c.out, "  %s\n", n.Decl)
		}
		return nil
	}
	blocks := lesson.Section.Blocks
	if lesson.Exer != nil {
		blocks = lesson.Exer.Answer
	}
	for _, b := range blocks {
		if (b.Edits() || lesson.Exer != nil) && !learn.IsTest(b.Path) {
			fmt.Fprintf(c.out, "// %s: %s\n%s\n", b.Pos(), b.Path, b.Text())
		}
	}
	return nil
}

func (a *app) diffCmd() *cobra.Command {
	return &cobra.Command{
		Use: "diff", Short: "Compare your code with the book's after the step at hand",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := a.classroom()
			if err != nil {
				return err
			}
			return c.diff()
		},
	}
}

func (c *classroom) diff() error {
	lesson, err := c.need()
	if err != nil {
		return err
	}
	mine, err := c.ws.Read()
	if err != nil {
		return failure{err}
	}
	for _, p := range lesson.Start.Changed(lesson.Goal) {
		if learn.IsTest(p) {
			continue
		}
		var a, b string
		if f := mine.Get(p); f != nil {
			a = string(f.Data())
		}
		if f := lesson.Goal.Get(p); f != nil {
			b = string(f.Data())
		}
		fmt.Fprint(c.out, udiff.Unified("mine/"+p, "book/"+p, a, b))
	}
	return nil
}

func (a *app) resetCmd() *cobra.Command {
	return &cobra.Command{
		Use: "reset FILE", Short: "Put a file back as the step at hand found it",
		Long: `reset puts a file of your workspace back as it stands in the book before the
step at hand. What you had stays beside it, as FILE.bak.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := a.classroom()
			if err != nil {
				return err
			}
			return c.reset(args[0])
		},
	}
}

func (c *classroom) reset(name string) error {
	lesson, err := c.need()
	if err != nil {
		return err
	}
	abs, err := filepath.Abs(filepath.Join(c.dir, name))
	if filepath.IsAbs(name) {
		abs = name
	}
	if err != nil {
		return failure{err}
	}
	rel, err := filepath.Rel(c.ws.Dir, abs)
	if err != nil {
		return failure{err}
	}
	f := lesson.Tested.Get(filepath.ToSlash(rel))
	if f == nil {
		near := ""
		if n := chapter.Nearest(filepath.ToSlash(rel), lesson.Tested.Paths()); n != "" {
			near = "; did you mean " + n + "?"
		}
		return failure{fmt.Errorf("%s: the book has no such file before %s%s", rel, lesson.Name, near)}
	}
	kept, err := backup(abs, f.Data())
	if err == nil {
		err = os.MkdirAll(filepath.Dir(abs), 0o777)
	}
	if err == nil {
		err = disk.WriteFile(abs, f.Data())
	}
	if err == nil {
		err = c.ws.Gave(f)
	}
	if err != nil {
		return failure{err}
	}
	fmt.Fprintf(c.out, "%s is as %s found it\n", filepath.ToSlash(rel), lesson.Name)
	if kept != "" {
		fmt.Fprintf(c.out, "yours is %s\n", show(kept))
	}
	return nil
}

// backup keeps a copy of a file that differs from data, and returns where.
func backup(name string, data []byte) (string, error) {
	have, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && string(have) == string(data) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	for i := 1; ; i++ {
		to := name + ".bak"
		if i > 1 {
			to += fmt.Sprint(i)
		}
		f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(have)
		return to, errors.Join(err, f.Close())
	}
}

func (a *app) statusCmd() *cobra.Command {
	return &cobra.Command{
		Use: "status", Short: "Show how far you are",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := a.classroom()
			if err != nil {
				return err
			}
			c.status()
			return nil
		},
	}
}

// status prints the curriculum: the parts, their chapters, and how many of
// the steps of each are passed.
func (c *classroom) status() {
	done, all := map[string]int{}, map[string]int{}
	for _, l := range learn.Steps(c.program) {
		file := l.Section.Chapter.File
		all[file]++
		if c.ws.State.Passed[l.Name] != "" {
			done[file]++
		}
	}
	part := ""
	for _, e := range c.book.Summary.Entries {
		if e.Part != part {
			part = e.Part
			fmt.Fprintf(c.out, "\n%s\n", part)
		}
		switch {
		case e.File == "":
			fmt.Fprintf(c.out, "    not written yet  %s\n", e.Title)
		case all[e.File] > 0:
			n := fmt.Sprintf("%d of %d steps", done[e.File], all[e.File])
			fmt.Fprintf(c.out, "  %17s  %s\n", n, e.Title)
		}
	}
	if c.lesson != nil {
		fmt.Fprintf(c.out, "\nat hand: %s, %s\n", c.lesson.Name, strings.TrimSpace(c.lesson.Title))
	}
}
