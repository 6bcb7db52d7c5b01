package tags_test

import (
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/fixture"
	"byhand/tools/mdtest/internal/tags"
	"byhand/tools/mdtest/internal/tangle"
)

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GIT_AUTHOR_NAME=r", "GIT_AUTHOR_EMAIL=r@r", "GIT_COMMITTER_NAME=r", "GIT_COMMITTER_EMAIL=r@r")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "git %v: %s", args, out)
	return strings.TrimSpace(string(out))
}

// small makes a book in a repository of its own.
func small(t *testing.T, format string) (string, *tangle.Program) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	dir := t.TempDir()
	require.NoError(t, fixture.Write(dir, fixture.Shape{Chapters: 2, Steps: 3, Words: 40}))
	git(t, dir, "init", "-q", "--object-format="+format)
	return dir, program(t, dir)
}

func program(t *testing.T, dir string) *tangle.Program {
	t.Helper()
	b, err := book.Load(dir)
	require.NoError(t, err)
	p, err := tangle.Tangle(&b.Book)
	require.NoError(t, err)
	return p
}

func write(t *testing.T, dir string, p *tangle.Program) ([]*tags.Commit, *tags.Status, error) {
	t.Helper()
	ctx := context.Background()
	r, err := tags.Open(ctx, dir)
	require.NoError(t, err)
	commits := tags.Commits(p, "A book", r.Hash)
	s, err := r.Status(ctx, commits)
	if err != nil {
		return commits, nil, err
	}
	if s.OK() {
		return commits, s, nil
	}
	return commits, s, r.Write(ctx, commits, s)
}

func TestHashesAreThoseThatGitComputes(t *testing.T) {
	for _, format := range []string{"sha1", "sha256"} {
		t.Run(format, func(t *testing.T) {
			dir, p := small(t, format)
			commits, _, err := write(t, dir, p)
			require.NoError(t, err)
			require.Len(t, commits, 6)
			git(t, dir, "fsck", "--strict")
			for _, c := range commits {
				require.Equal(t, c.Hash, git(t, dir, "rev-parse", "refs/tags/"+c.Tag))
				for _, path := range c.Tree.Paths() {
					require.Equal(t, strings.TrimSpace(string(c.Tree.Get(path).Data())),
						git(t, dir, "show", c.Tag+":"+path))
				}
			}
			require.Equal(t, commits[5].Hash, git(t, dir, "rev-parse", tags.Branch))
			require.Equal(t, "6", git(t, dir, "rev-list", "--count", tags.Branch))
			require.Empty(t, git(t, dir, "for-each-ref", "refs/mdtest"))
		})
	}
}

func TestSeveralRunsAtOnceDoNotFight(t *testing.T) {
	dir, p := small(t, "sha1")
	errs := make([]error, 6)
	var wg sync.WaitGroup
	for i := range errs {
		wg.Go(func() { _, _, errs[i] = write(t, dir, p) })
	}
	wg.Wait()
	require.Empty(t, slices.DeleteFunc(errs, func(err error) bool { return err == nil }))
	require.Empty(t, git(t, dir, "for-each-ref", "refs/mdtest"))
	require.Equal(t, "6", git(t, dir, "rev-list", "--count", tags.Branch))
}

func TestTheSameBookGivesTheSameHashes(t *testing.T) {
	dir, p := small(t, "sha1")
	again := t.TempDir()
	require.NoError(t, os.CopyFS(again, os.DirFS(dir)))
	a := tags.Commits(p, "A book", sha1.New)
	b := tags.Commits(program(t, again), "A book", sha1.New)
	c := tags.Commits(p, "Another", sha1.New)
	d := tags.Commits(p, "A book", sha256.New)
	for i := range a {
		require.Equal(t, a[i].Hash, b[i].Hash)
		require.NotEqual(t, a[i].Hash, c[i].Hash)
		require.Len(t, d[i].Hash, 64)
	}
}

func TestAnEditMovesTheStepsFromThereOn(t *testing.T) {
	dir, p := small(t, "sha1")
	before, _, err := write(t, dir, p)
	require.NoError(t, err)
	name := filepath.Join(dir, "chapters", path.Dir(before[3].Tag)+".md")
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	i := strings.Index(string(data), "\n## ")
	j := i + strings.Index(string(data)[i:], "\n\n") + 2
	edited := string(data[:j]) + "A new first paragraph.\n\n" + string(data[j:])
	require.NoError(t, os.WriteFile(name, []byte(edited), 0o666))
	after, s, err := write(t, dir, program(t, dir))
	require.NoError(t, err)
	require.Len(t, s.Current, 3)
	require.Len(t, s.Stale, 3)
	for i := range before {
		require.Equal(t, i < 3, before[i].Hash == after[i].Hash)
		require.Equal(t, after[i].Hash, git(t, dir, "rev-parse", "refs/tags/"+after[i].Tag))
	}
	_, s, err = write(t, dir, program(t, dir))
	require.NoError(t, err)
	require.True(t, s.OK())
}

func TestWhatTheReaderHasIsNeverTouched(t *testing.T) {
	dir, p := small(t, "sha1")
	git(t, dir, "commit", "-q", "--allow-empty", "-m", "mine")
	step := p.Steps()[1].Name
	for name, c := range map[string]struct{ set, undo, says string }{
		"a tag of a step's name":    {"tag " + step, "tag -d " + step, "the tag " + step + " is not one"},
		"an annotated one":          {"tag -m x " + step, "tag -d " + step, "the tag " + step + " is not one"},
		"a tag that is its folder":  {"tag " + p.Chapters[0].Name, "tag -d " + p.Chapters[0].Name, "stands in the way"},
		"a tag below it":            {"tag " + step + "/x", "tag -d " + step + "/x", "stands in the way"},
		"a branch of the same name": {"branch steps", "branch -D steps", "the branch steps is not one"},
		"a branch below it":         {"branch steps/x", "branch -D steps/x", "the branch steps/x stands in the way"},
	} {
		t.Run(name, func(t *testing.T) {
			git(t, dir, strings.Fields(c.set)...)
			refs := git(t, dir, "for-each-ref")
			_, _, err := write(t, dir, p)
			require.ErrorContains(t, err, c.says)
			require.Equal(t, refs, git(t, dir, "for-each-ref"), "nothing was written")
			git(t, dir, strings.Fields(c.undo)...)
		})
	}
	git(t, dir, "tag", "mine")
	mine := git(t, dir, "rev-parse", "mine")
	commits, _, err := write(t, dir, p)
	require.NoError(t, err)
	git(t, dir, "tag", "bookmark", commits[2].Tag)
	tree := filepath.Join(t.TempDir(), "tree")
	git(t, dir, "worktree", "add", "-q", tree, tags.Branch)
	short := *p
	short.Chapters = p.Chapters[:1]
	_, _, err = write(t, dir, &short)
	require.ErrorContains(t, err, "is checked out in")
	git(t, tree, "checkout", "-q", "--detach")
	_, s, err := write(t, dir, &short)
	require.NoError(t, err)
	require.Len(t, s.Dropped, 3, "steps that the book no longer has")
	require.Equal(t, commits[2].Hash, git(t, dir, "rev-parse", tags.Branch))
	require.Equal(t, commits[2].Hash, git(t, dir, "rev-parse", "bookmark"))
	require.Equal(t, mine, git(t, dir, "rev-parse", "mine"))
}

// visits tags a small book and returns a function that visits its steps.
func visits(t *testing.T) (dir string, commits []*tags.Commit, r *tags.Repo, visit func(tag string) error) {
	t.Helper()
	ctx := context.Background()
	dir, p := small(t, "sha1")
	commits, _, err := write(t, dir, p)
	require.NoError(t, err)
	r, err = tags.Open(ctx, dir)
	require.NoError(t, err)
	return dir, commits, r, func(tag string) error {
		w, err := r.Worktree(ctx, filepath.Join(dir, "steps"))
		if err != nil {
			return err
		}
		return w.Go(ctx, tag)
	}
}

func TestEditsInTheWorktreeAreNotLost(t *testing.T) {
	ctx := context.Background()
	dir, commits, r, visit := visits(t)
	folder := filepath.Join(dir, "steps")
	require.NoError(t, visit(commits[0].Tag))
	w, err := r.Worktree(ctx, folder)
	require.NoError(t, err)
	require.Equal(t, commits[0].Tag, w.At)
	require.NoError(t, visit(commits[4].Tag))

	file := filepath.Join(folder, "go.mod")
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, append(data, "// mine\n"...), 0o666))
	require.ErrorContains(t, visit(commits[1].Tag), "edits that are not committed:\n\t M go.mod")
	git(t, folder, "commit", "-qam", "mine")
	require.ErrorContains(t, visit(commits[1].Tag), "commits of your own")
	git(t, folder, "switch", "-qc", "mine")
	require.ErrorContains(t, visit(commits[1].Tag), "commits of your own")
	git(t, folder, "checkout", "-q", "--detach", commits[4].Tag)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "new.txt"), nil, 0o666))
	require.ErrorContains(t, visit(commits[1].Tag), "?? new.txt")
	require.NoError(t, os.Remove(filepath.Join(folder, "new.txt")))
	require.NoError(t, visit(commits[1].Tag))

	require.NoError(t, os.RemoveAll(folder))
	require.NoError(t, visit(commits[2].Tag), "a worktree that was deleted by hand is made again")
	git(t, dir, "worktree", "remove", folder)
	require.NoError(t, os.MkdirAll(folder, 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "x"), nil, 0o666))
	require.ErrorContains(t, visit(commits[1].Tag), "is not a worktree of steps")
}

func TestAFileThatGitIgnoresIsNotOverwritten(t *testing.T) {
	dir, commits, _, visit := visits(t)
	require.NoError(t, visit(commits[0].Tag))
	added := commits[0].Tree.Changed(commits[5].Tree)
	i := slices.IndexFunc(added, func(p string) bool { return commits[0].Tree.Get(p) == nil })
	require.NoError(t, os.MkdirAll(filepath.Join(dir, ".git/info"), 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(dir, ".git/info/exclude"), []byte(added[i]+"\n"), 0o666))
	file := filepath.Join(dir, "steps", added[i])
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
	require.NoError(t, os.WriteFile(file, []byte("mine\n"), 0o666))
	require.ErrorContains(t, visit(commits[5].Tag), added[i])
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, "mine\n", string(data))
}

func TestOtherWorktreesThatAreAwayAreNotForgotten(t *testing.T) {
	dir, commits, _, visit := visits(t)
	disk := filepath.Join(t.TempDir(), "disk")
	git(t, dir, "worktree", "add", "-q", "--detach", disk, commits[0].Tag)
	require.NoError(t, os.Rename(disk, disk+"-away"))
	require.NoError(t, visit(commits[1].Tag))
	require.NoError(t, os.Rename(disk+"-away", disk))
	git(t, disk, "status")
}

func TestCommitsOfAWorktreeThatIsGoneAreNotForgotten(t *testing.T) {
	dir, commits, _, visit := visits(t)
	folder := filepath.Join(dir, "steps")
	require.NoError(t, visit(commits[0].Tag))
	git(t, folder, "commit", "-q", "--allow-empty", "-m", "mine")
	mine := git(t, folder, "rev-parse", "HEAD")
	require.NoError(t, os.RemoveAll(folder))
	require.ErrorContains(t, visit(commits[1].Tag), "git branch NAME "+mine)
	git(t, dir, "branch", "mine", mine)
	git(t, dir, "worktree", "prune")
	require.NoError(t, visit(commits[1].Tag))
	git(t, dir, "worktree", "remove", folder)
	require.NoError(t, os.WriteFile(folder, nil, 0o666))
	require.ErrorContains(t, visit(commits[1].Tag), "steps is there already and is not a worktree of steps")
}

func TestAHooksVariablesDoNotLeadElsewhere(t *testing.T) {
	dir, commits, _, visit := visits(t)
	require.NoError(t, visit(commits[0].Tag))
	git(t, dir, "checkout", "-qf", "--detach", commits[0].Tag)
	t.Setenv("GIT_DIR", filepath.Join(dir, ".git"))
	t.Setenv("GIT_INDEX_FILE", filepath.Join(dir, ".git", "index"))
	require.NoError(t, visit(commits[1].Tag))
	require.Equal(t, commits[0].Hash, git(t, dir, "rev-parse", "HEAD"))
	git(t, dir, "config", "trailer.separators", "=")
	require.NoError(t, visit(commits[2].Tag), "nor do settings")
}
