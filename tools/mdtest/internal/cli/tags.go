package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/tags"
)

func (a *app) tagsCmd() *cobra.Command {
	check := false
	cmd := &cobra.Command{
		Use:   "tags",
		Short: "Keep a git tag for every step",
		Long: `tags gives every step of the book a git tag (03-arena/04-reset): a commit whose
tree is the program at the end of the step, a module that builds, and whose
parent is the step before. The branch "steps" leads to the last.

The same chapters give the same hashes on every machine. What has not changed
does not move; your branches, files and tags are never touched. With --check it
only says whether the tags here are those of the chapters.

To publish them:
  git for-each-ref --merged refs/heads/steps --format='+%(refname)' 'refs/tags/[0-9][0-9]-*/*' |
    xargs git push origin +refs/heads/steps`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if check {
				return a.checkTags(cmd.Context())
			}
			return a.writeTags(cmd.Context())
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, "change nothing; fail if the tags are not current")
	return cmd
}

// compareTags reads the book, and how the repository's tags compare.
func (a *app) compareTags(ctx context.Context) (*tags.Repo, []*tags.Commit, *tags.Status, error) {
	b, p, err := a.tangle()
	if err != nil {
		return nil, nil, nil, err
	}
	repo, err := tags.Open(ctx, b.Root)
	if err != nil {
		return nil, nil, nil, failure{err}
	}
	commits := tags.Commits(p, b.Summary.Title, repo.Hash)
	status, err := repo.Status(ctx, commits)
	if err != nil {
		return nil, nil, nil, failure{err}
	}
	return repo, commits, status, nil
}

func (a *app) writeTags(ctx context.Context) error {
	repo, commits, s, err := a.compareTags(ctx)
	if err != nil {
		return err
	}
	if !s.OK() {
		if err := repo.Write(ctx, commits, s); err != nil {
			return failure{err}
		}
	}
	fmt.Fprintf(a.out, "%d steps: %d tagged, %d moved, %d dropped, %d as they were\n",
		len(commits), len(s.Missing), len(s.Stale), len(s.Dropped), len(s.Current))
	return nil
}

func (a *app) checkTags(ctx context.Context) error {
	_, commits, s, err := a.compareTags(ctx)
	if err != nil {
		return err
	}
	for _, c := range s.Missing {
		fmt.Fprintf(a.out, "missing %s\n", c.Tag)
	}
	for _, c := range s.Stale {
		fmt.Fprintf(a.out, "stale   %s\n", c.Tag)
	}
	for _, tag := range s.Dropped {
		fmt.Fprintf(a.out, "dropped %s\n", tag)
	}
	if !s.OK() {
		return failure{fmt.Errorf("the tags are not those of the chapters; 'mdtest tags' makes them so")}
	}
	fmt.Fprintf(a.out, "%d steps, all as the chapters have them\n", len(commits))
	return nil
}
