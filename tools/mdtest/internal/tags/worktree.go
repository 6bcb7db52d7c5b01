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
	gone := errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0
	if info, serr := os.Stat(dir); err != nil && serr == nil && !info.IsDir() {
		return nil, notOurs(dir)
	}
	if err != nil && !gone {
		return nil, err
	}
	head, err := r.headOf(ctx, dir)
	if err != nil {
		return nil, err
	}
	switch {
	case gone && head == "":
		return w, nil
	case head == "":
		return nil, notOurs(dir)
	}
	tag, err := r.stepOf(ctx, head)
	switch {
	case err != nil:
		return nil, err
	case tag == "" && gone:
		return nil, fmt.Errorf("%s is gone, but not the commits of your own that it held; give them a branch first: git branch NAME %s && git worktree prune", dir, head)
	case tag == "":
		return nil, fmt.Errorf("%s holds commits of your own, which nothing would lead back to; give them a branch first: git -C %[1]s switch -c NAME, then git worktree remove or check out a tag", dir)
	case !gone:
		w.At = tag
	}
	return w, nil
}

func notOurs(dir string) error {
	return fmt.Errorf("%s is there already and is not a worktree of steps; move it away", dir)
}

// headOf returns the commit that the worktree at dir has checked out, or
// had when it was last there; empty if there is no such worktree.
func (r *Repo) headOf(ctx context.Context, dir string) (string, error) {
	listed, err := r.git(ctx, nil, "worktree", "list", "--porcelain")
	if err != nil {
		return "", err
	}
	above, err := filepath.EvalSymlinks(filepath.Dir(dir))
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		real = filepath.Join(above, filepath.Base(dir))
	}
	_, entry, ok := strings.Cut("\n"+listed, "\nworktree "+filepath.ToSlash(real)+"\nHEAD ")
	if !ok {
		return "", nil
	}
	head, _, _ := strings.Cut(entry, "\n")
	return head, nil
}

// stepOf returns the step whose commit it is; empty if it is not one.
func (r *Repo) stepOf(ctx context.Context, commit string) (string, error) {
	format := "%cn <%ce>%n%(trailers:key=" + trailer + ",valueonly,separator=)"
	out, err := r.git(ctx, nil, "show", "-s", "--format="+format, commit)
	if err != nil {
		return "", err
	}
	who, tag, _ := strings.Cut(strings.TrimSpace(out), "\n")
	if who != fmt.Sprintf("%s <%s>", whoName, whoEmail) {
		return "", nil
	}
	return tag, nil
}

func (w *Worktree) git(ctx context.Context, args ...string) (string, error) {
	in := *w.repo
	in.dir = w.Dir
	return in.git(ctx, nil, args...)
}

// Go checks a step out. It refuses if that would lose an edit, or a file
// that git ignores. A worktree that was deleted by hand is made again, which
// is what --force is for: git worktree prune would forget those on a disk
// that is not there at the moment, too.
func (w *Worktree) Go(ctx context.Context, tag string) error {
	if w.At == "" {
		_, err := w.repo.git(ctx, nil, "worktree", "add", "--force", "--quiet", "--detach", w.Dir, tagPrefix+tag)
		return err
	}
	edited, err := w.git(ctx, "status", "--porcelain", "--untracked-files=normal")
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
	_, err = w.git(ctx, "checkout", "--quiet", "--detach", "--no-overwrite-ignore", tagPrefix+tag)
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
