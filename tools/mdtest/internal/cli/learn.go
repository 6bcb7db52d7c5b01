package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/learn"
	"byhand/tools/mdtest/internal/tangle"
)

func (a *app) learnCmd() *cobra.Command {
	challenge := false
	cmd := &cobra.Command{
		Use:   "learn NAME [DIR]",
		Short: "Make a workspace to follow a chapter in",
		Long: `learn makes the folder DIR a workspace: a Go module of your own, with the
program that the chapter (03-arena), or the step (03-arena/04-reset), starts
from and the tests of its first step, but no solution. Without DIR it goes on
in the workspace that you are in, or makes one that is called as the chapter.
In a workspace, a chapter begins with its first step that is not passed.

Then write the step's code as the page shows it, or in another way, and let
'mdtest check' say whether it is right. What you wrote is never overwritten.

With --challenge the name is that of a challenge: 03-arena/2.`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.learn(args, challenge)
		},
	}
	cmd.Flags().BoolVar(&challenge, "challenge", false, "work at a challenge of the chapter")
	return cmd
}

func (a *app) learn(args []string, challenge bool) error {
	ws, err := a.openWorkspace(args)
	if err != nil && !learn.IsNone(err) {
		return failure{err}
	}
	b, p, err := a.bookOf(ws)
	if err != nil {
		return err
	}
	lesson, err := pickLesson(p, ws, args[0], challenge)
	if err != nil {
		return err
	}
	if ws == nil {
		dir := lesson.Section.Chapter.Name
		if len(args) == 2 {
			dir = args[1]
		}
		if dir, err = filepath.Abs(dir); err != nil {
			return failure{err}
		}
		if ws, err = learn.Create(dir, b.Root, lesson); err != nil {
			return failure{err}
		}
	}
	moved, err := ws.Begin(lesson, b.Root)
	if err != nil {
		return failure{err}
	}
	c := &classroom{app: a, book: b, program: p, ws: ws, lesson: lesson}
	fmt.Fprintf(a.out, "a workspace in %s\n", show(ws.Dir))
	c.sayNext(moved)
	return nil
}

// openWorkspace opens the folder that the user named, or the one he is in.
func (a *app) openWorkspace(args []string) (*learn.Workspace, error) {
	if len(args) < 2 {
		return learn.Open(a.dir)
	}
	ws, err := learn.Open(args[1])
	if err != nil {
		return nil, err
	}
	if abs, _ := filepath.Abs(args[1]); ws.Dir != abs {
		return nil, nil // a folder inside of another workspace
	}
	return ws, nil
}

// bookOf reads the book that the user is in, or the one that the workspace
// ws belongs to, or that which he is in.
func (a *app) bookOf(ws *learn.Workspace) (*book.Book, *tangle.Program, error) {
	in := *a
	if _, err := book.FindRoot(a.dir); err != nil {
		if here, err := learn.Open(a.dir); ws == nil && err == nil {
			ws = here
		}
		if ws != nil {
			in.dir = ws.State.Book
		}
	}
	b, p, err := in.tangle()
	if b == nil && ws != nil {
		return nil, nil, failure{fmt.Errorf("%s: %w; 'mdtest -C BOOK learn NAME %s' says where the book is now",
			filepath.Join(ws.Dir, learn.StateFile), err, show(ws.Dir))}
	}
	return b, p, err
}

// pickLesson returns the lesson of a name: a step, the step of a chapter that
// is next in the workspace (nil: none yet),
// or a challenge.
func pickLesson(p *tangle.Program, ws *learn.Workspace, name string, challenge bool) (*learn.Lesson, error) {
	lessons := learn.Steps(p)
	what := "step or chapter"
	if challenge {
		lessons, what = learn.Challenges(p), "challenge with a test"
	} else if l := nextOf(lessons, ws, name); l != nil {
		return l, nil
	}
	l, near := learn.Find(lessons, name)
	switch {
	case l != nil:
		return l, nil
	case near != "":
		return nil, fmt.Errorf("no %s %q; did you mean %s?", what, name, near)
	}
	return nil, fmt.Errorf("no %s %q", what, name)
}

// nextOf returns the first step of a chapter that was not passed in ws, or
// its first if all were; nil if there is no such chapter.
func nextOf(steps []*learn.Lesson, ws *learn.Workspace, chapter string) *learn.Lesson {
	var first *learn.Lesson
	for _, l := range steps {
		if c := l.Section.Chapter; chapter != c.Name && chapter != c.File {
			continue
		}
		if ws == nil || ws.State.Passed[l.Name] == "" {
			return l
		}
		if first == nil {
			first = l
		}
	}
	return first
}

// classroom is a workspace with its book, and the lesson at hand.
type classroom struct {
	*app
	book    *book.Book
	program *tangle.Program
	ws      *learn.Workspace
	lesson  *learn.Lesson // nil after the last of a chapter
}

// classroom opens the workspace that the user is in.
func (a *app) classroom() (*classroom, error) {
	ws, err := learn.Open(a.dir)
	if err != nil {
		return nil, failure{err}
	}
	in := *a
	in.dir = ws.State.Book
	b, p, err := in.bookOf(ws)
	if err != nil {
		return nil, err
	}
	c := &classroom{app: a, book: b, program: p, ws: ws}
	return c, c.find()
}

// find looks the lesson at hand up.
func (c *classroom) find() error {
	c.lesson = nil
	at := c.ws.State.At
	if at == "" {
		return nil
	}
	all := append(learn.Steps(c.program), learn.Challenges(c.program)...)
	lesson, near := learn.Find(all, at)
	if lesson == nil {
		if near == "" {
			near, _, _ = strings.Cut(at, "/")
		}
		return failure{fmt.Errorf("the book has no %s any more; 'mdtest learn %s' goes on", at, near)}
	}
	c.lesson = lesson
	return nil
}

// errNoLesson says that there is nothing at hand.
var errNoLesson = errors.New("there is no step at hand; 'mdtest learn NAME' begins a chapter, 'mdtest status' lists them")

// need returns the lesson at hand, or an error.
func (c *classroom) need() (*learn.Lesson, error) {
	if c.lesson == nil {
		return nil, failure{errNoLesson}
	}
	return c.lesson, nil
}

// page returns where the page is that speaks of a lesson.
func (c *classroom) page(l *learn.Lesson, anchor string) string {
	file := filepath.Join(c.book.Root, filepath.FromSlash(book.SiteDir), l.Section.Chapter.Name+".html")
	if anchor == "" {
		anchor = l.Section.ID
	}
	return show(file) + "#" + anchor
}

// sayNext says what is at hand now, and what has changed for it.
func (c *classroom) sayNext(m *learn.Moved) {
	fmt.Fprintf(c.out, "next  %s: %s\n", c.lesson.Name, c.lesson.Title)
	var tests []string
	for _, p := range m.Added {
		if learn.IsTest(p) {
			tests = append(tests, p)
		}
	}
	if n := len(m.Added) - len(tests); n > 0 {
		fmt.Fprintf(c.out, "      %s of the book's added\n", count(n, "file"))
	}
	for _, p := range c.lesson.NewTests() {
		fmt.Fprintf(c.out, "      it has to pass %s\n", p)
	}
	for _, p := range m.Kept {
		fmt.Fprintf(c.out, "      %s is yours and stays; what counts is the book's\n", p)
	}
	for _, p := range m.Removed {
		fmt.Fprintf(c.out, "      %s is gone: the book has it no more\n", p)
	}
	if n := len(c.lesson.Hints()); n > 0 {
		fmt.Fprintf(c.out, "      %s: mdtest hint\n", count(n, "hint"))
	}
	fmt.Fprintf(c.out, "      %s\n", c.page(c.lesson, anchorOf(c.lesson)))
}

// anchorOf returns the anchor of a lesson's heading.
func anchorOf(l *learn.Lesson) string {
	if l.Exer == nil || l.Exer.Test == nil {
		return l.Section.ID
	}
	return l.Anchor(l.Exer.Test.Line)
}

func indentLines(s, by string) string {
	return by + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n"+by) + "\n"
}
