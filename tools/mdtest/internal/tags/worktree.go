package tags

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Worktree is the folder, in the book's, where a reader has a step checked
// out.
type Worktree struct {
	repo *Repo
	Dir  string
	At   string // the step's tag; empty if there is no worktree yet
}

// Worktree finds the reader's worktree. It is an error if dir is something
// else.
func (r *Repo) Worktree(ctx context.Context, dir string) (*Worktree, error) {
	w := &Worktree{repo: r, Dir: dir}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0 {
		return w, nil
	}
	if err != nil {
		return nil, err
	}
	listed, err := r.git(ctx, nil, "worktree", "list", "--porcelain")
	if err != nil {
		return nil, err
	}
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, err
	}
	if !strings.Contains("\n"+listed, "\nworktree "+filepath.ToSlash(real)+"\n") {
		return nil, fmt.Errorf("%s is there already and is not a worktree of steps; move it away", dir)
	}
	format := "%cn <%ce>%n%(trailers:key=" + trailer + ",valueonly,separator=)"
	out, err := w.git(ctx, "show", "-s", "--format="+format, "HEAD")
	if err != nil {
		return nil, err
	}
	who, tag, _ := strings.Cut(strings.TrimSpace(out), "\n")
	if who != fmt.Sprintf("%s <%s>", whoName, whoEmail) || tag == "" {
		return nil, fmt.Errorf("%s holds commits of your own, which nothing would lead back to; give them a branch first: git -C %[1]s switch -c NAME, then git worktree remove or check out a tag", dir)
	}
	w.At = tag
	return w, nil
}

func (w *Worktree) git(ctx context.Context, args ...string) (string, error) {
	in := *w.repo
	in.dir = w.Dir
	return in.git(ctx, nil, args...)
}

// Go checks a step out. It refuses if that would lose an edit.
func (w *Worktree) Go(ctx context.Context, tag string) error {
	if w.At == "" {
		if _, err := w.repo.git(ctx, nil, "worktree", "prune"); err != nil {
			return err
		}
		_, err := w.repo.git(ctx, nil, "worktree", "add", "--quiet", "--detach", w.Dir, tagPrefix+tag)
		return err
	}
	edited, err := w.git(ctx, "status", "--porcelain")
	if err != nil {
		return err
	}
	if edited != "" {
		return fmt.Errorf("%s has edits that are not committed:\n%skeep them with git -C %[1]s stash -u, or on a branch", w.Dir, indent(edited))
	}
	branch, err := w.git(ctx, "branch", "--show-current")
	if err != nil {
		return err
	}
	if branch != "" {
		return fmt.Errorf("%s has the branch %s checked out; leave it with git -C %[1]s switch --detach", w.Dir, strings.TrimSpace(branch))
	}
	_, err = w.git(ctx, "checkout", "--quiet", "--detach", tagPrefix+tag)
	return err
}

func indent(lines string) string {
	return "\t" + strings.ReplaceAll(strings.TrimSuffix(lines, "\n"), "\n", "\n\t") + "\n"
}

// Changed returns the files that differ between two steps, as git diff
// --stat prints them.
func (r *Repo) Changed(ctx context.Context, from, to string) (string, error) {
	return r.git(ctx, nil, "diff", "--stat", "--no-color", tagPrefix+from, tagPrefix+to, "--", "code")
}
