package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/learn"
	"byhand/tools/mdtest/internal/run"
)

// checkFlags are the flags of mdtest check.
type checkFlags struct {
	watch, stay, fresh bool
	timeout            time.Duration
}

func (a *app) checkCmd() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check your own code against the step at hand",
		Long: `check runs the tests of the step at hand on the code in your workspace, and
those of its console blocks that print the same of every right program. Names
that the step promises ('mdtest show --api') have to be there; how they are
made is your affair. A pass moves on to the next step, whose tests are added.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.timeout <= 0 {
				return fmt.Errorf("--timeout %v: more than 0", f.timeout)
			}
			c, err := a.classroom()
			if err != nil {
				return err
			}
			if f.watch {
				return c.watch(cmd.Context(), f)
			}
			ok, err := c.check(cmd.Context(), f)
			if err == nil && !ok {
				err = errFailed
			}
			return err
		},
	}
	fl := cmd.Flags()
	fl.BoolVarP(&f.watch, "watch", "w", false, "check again whenever a file is saved")
	fl.BoolVar(&f.stay, "stay", false, "do not move on to the next step")
	fl.BoolVar(&f.fresh, "fresh", false, "forget what was found out about the same files before")
	fl.DurationVar(&f.timeout, "timeout", 30*time.Second, "how long each command may take")
	return cmd
}

// check checks the lesson at hand once, and moves on if it is passed.
func (c *classroom) check(ctx context.Context, f checkFlags) (bool, error) {
	lesson, err := c.need()
	if err != nil {
		return false, err
	}
	mine, err := c.ws.Read()
	if err != nil {
		return false, failure{err}
	}
	r, err := run.New(c.program.Book, run.Options{Timeout: f.timeout, Cache: c.cache, Fresh: f.fresh})
	if err != nil {
		return false, failure{err}
	}
	report, err := lesson.Check(ctx, r, mine)
	if err != nil {
		return false, failure{err}
	}
	c.say(report)
	if !report.OK() {
		return false, nil
	}
	if err := c.ws.Pass(lesson, time.Now()); err != nil {
		return true, failure{err}
	}
	if f.stay {
		return true, nil
	}
	if c.ws.State.At != lesson.Name {
		return true, c.find() // somebody else has moved on already
	}
	return true, c.moveOn()
}

// say prints what came of a check.
func (c *classroom) say(r *learn.Report) {
	word := "ok  "
	if !r.OK() {
		word = "FAIL"
	}
	fmt.Fprintf(c.out, "%s  %s: %s\n", word, r.Lesson.Name, r.Lesson.Title)
	for _, f := range r.Findings {
		e := *f.Error
		if strings.HasPrefix(e.File, book.CodeDir+"/") {
			e.Where = ""
		}
		fmt.Fprint(c.out, indentLines(f.What+": "+e.Error(), "      "))
		fmt.Fprintf(c.out, "      see %s\n", c.page(r.Lesson, f.Anchor))
	}
	slices.Sort(r.Skipped)
	for _, why := range slices.Compact(r.Skipped) {
		fmt.Fprintf(c.out, "      skipped: %s\n", why)
	}
	if r.OK() && len(r.Lesson.Adds()) == 0 && r.Runs == 0 {
		fmt.Fprintln(c.out, "      (the step brings no test: compare with 'mdtest diff')")
	}
}

// moveOn goes on to the next step of the chapter.
func (c *classroom) moveOn() error {
	if c.lesson.Exer != nil {
		fmt.Fprintln(c.out, "      the book's answer: mdtest show")
		return nil
	}
	steps := learn.Steps(c.program)
	i := slices.IndexFunc(steps, func(l *learn.Lesson) bool { return l.Name == c.lesson.Name })
	if i+1 < len(steps) && steps[i+1].Section.Chapter == c.lesson.Section.Chapter {
		c.lesson = steps[i+1]
		moved, err := c.ws.Begin(c.lesson, c.book.Root)
		if err != nil {
			return failure{err}
		}
		c.sayNext(moved)
		return nil
	}
	fmt.Fprintf(c.out, "      that was the last step of %s\n", c.lesson.Section.Chapter.Name)
	if i+1 < len(steps) {
		fmt.Fprintf(c.out, "      'mdtest learn %s' goes on\n", steps[i+1].Section.Chapter.Name)
	}
	err := c.ws.Update(func(s *learn.State) error { s.At = ""; return nil })
	if err != nil {
		return failure{err}
	}
	c.lesson = nil
	return nil
}

// settle is how long a folder has to be quiet before it is looked at: an
// editor's save is several events.
const settle = 40 * time.Millisecond

// watch checks at each save, until there is nothing more to check or the
// user interrupts.
func (c *classroom) watch(ctx context.Context, f checkFlags) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return failure{err}
	}
	defer w.Close()
	for c.lesson != nil {
		if err := c.follow(w); err != nil {
			return failure{err}
		}
		ok, err := c.check(ctx, f)
		if err != nil {
			return err
		}
		if ok && !f.stay && c.lesson != nil && c.lesson.Exer == nil {
			settled(w) // what the pass wrote is no save
			continue   // the next step may be passed already
		}
		if c.lesson == nil || ok && c.lesson.Exer != nil {
			return nil
		}
		if err := c.wait(ctx, w); err != nil {
			return err
		}
	}
	return nil
}

// follow watches the workspace and all folders of its code.
func (c *classroom) follow(w *fsnotify.Watcher) error {
	if err := w.Add(c.ws.Dir); err != nil {
		return err
	}
	return filepath.WalkDir(filepath.Join(c.ws.Dir, book.CodeDir), func(name string, e os.DirEntry, err error) error {
		if err != nil || !e.IsDir() {
			return nil // it went away meanwhile
		}
		return w.Add(name)
	})
}

// settled takes events until there are no more. Nothing is lost: it is called
// before folders are followed, and their files read.
func settled(w *fsnotify.Watcher) {
	for {
		select {
		case <-w.Events:
		case <-time.After(settle):
			return
		}
	}
}

// wait waits for a save, and for the folder to settle. Whoever else moves
// the workspace on, moves this one on.
func (c *classroom) wait(ctx context.Context, w *fsnotify.Watcher) error {
	var quiet <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return errFailed
		case err := <-w.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return failure{err}
			}
			quiet = time.After(settle) // there were too many to tell of
		case e := <-w.Events:
			if counts(e) {
				quiet = time.After(settle)
			}
		case <-quiet:
			ws, err := learn.Open(c.ws.Dir)
			if err == nil && ws.Dir != c.ws.Dir { // the one that this was a folder of
				err = fmt.Errorf("the workspace %s is gone", show(c.ws.Dir))
			}
			if err != nil {
				return failure{err}
			}
			c.ws = ws
			return c.find()
		}
	}
}

// counts reports whether an event may change what a check finds.
func counts(e fsnotify.Event) bool {
	name := filepath.Base(e.Name)
	return e.Op != fsnotify.Chmod && (!strings.HasPrefix(name, ".") || name == learn.StateFile)
}
