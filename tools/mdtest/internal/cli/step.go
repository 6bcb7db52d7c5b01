package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/tags"
)

func (a *app) stepCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "step [next | prev | TAG]",
		Short: "Go to a step in a worktree of its own",
		Long: `step checks a step out in the folder steps/ of the book, a git worktree of its
own: the next one, the one before, or the one that is named. Without a word it
says which is there. It needs the tags that 'mdtest tags' makes, and refuses
to lose an edit.`,
		Args:      cobra.MaximumNArgs(1),
		ValidArgs: []string{"next", "prev"},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.step(cmd.Context(), args)
		},
	}
}

func (a *app) step(ctx context.Context, args []string) error {
	b, err := a.load()
	if b == nil {
		return err
	}
	repo, commits, s, err := a.compareTags(ctx)
	if err != nil {
		return err
	}
	if !s.OK() {
		fmt.Fprintln(a.err, "note: the tags are not those of the chapters; 'mdtest tags' makes them so")
	}
	w, err := repo.Worktree(ctx, filepath.Join(b.Root, tags.Branch))
	if err != nil {
		return failure{err}
	}
	at := slices.IndexFunc(commits, func(c *tags.Commit) bool { return c.Tag == w.At })
	if len(args) == 0 {
		return a.sayStep(w, commits, at)
	}
	to, err := pickStep(commits, at, args[0], w.At)
	if err != nil {
		return err
	}
	if slices.Contains(s.Missing, commits[to]) {
		return failure{fmt.Errorf("there is no tag %s here; 'mdtest tags' makes it", commits[to].Tag)}
	}
	if err := w.Go(ctx, commits[to].Tag); err != nil {
		return failure{err}
	}
	fmt.Fprintf(a.out, "%s: %s, in %s\n", commits[to].Tag, commits[to].Title, show(w.Dir))
	if at < 0 || at == to || slices.Contains(s.Missing, commits[at]) {
		return nil
	}
	changed, err := repo.Changed(ctx, commits[at].Tag, commits[to].Tag)
	if err != nil {
		return failure{err}
	}
	fmt.Fprint(a.out, changed)
	return nil
}

func (a *app) sayStep(w *tags.Worktree, commits []*tags.Commit, at int) error {
	switch {
	case w.At == "":
		fmt.Fprintf(a.out, "no step yet; 'mdtest step next' makes %s with the first\n", show(w.Dir))
	case at < 0:
		fmt.Fprintf(a.out, "%s, which the book no longer has, in %s\n", w.At, show(w.Dir))
	default:
		fmt.Fprintf(a.out, "%s: %s, in %s, %d of %d\n", w.At, commits[at].Title, show(w.Dir), at+1, len(commits))
	}
	return nil
}

// pickStep returns the step that a word means, at being the one the reader
// is at, or -1.
func pickStep(commits []*tags.Commit, at int, word, tag string) (int, error) {
	switch {
	case len(commits) == 0:
		return 0, failure{errors.New("the book has no steps")}
	case (word == "next" || word == "prev") && at < 0 && tag != "":
		return 0, failure{fmt.Errorf("%s is no step of the book any more; name the one to go to", tag)}
	case word == "next" && at+1 == len(commits):
		return 0, failure{fmt.Errorf("%s is the last step", tag)}
	case word == "next":
		return at + 1, nil
	case word == "prev" && at <= 0:
		return 0, failure{errors.New("there is no step before the first")}
	case word == "prev":
		return at - 1, nil
	}
	var known []string
	for i, c := range commits {
		if c.Tag == word {
			return i, nil
		}
		known = append(known, c.Tag)
	}
	if near := chapter.Nearest(word, known); near != "" {
		return 0, fmt.Errorf("no step %q; did you mean %s?", word, near)
	}
	return 0, fmt.Errorf("no step %q", word)
}
