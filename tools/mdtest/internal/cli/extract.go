package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/book"
)

func (a *app) extractCmd() *cobra.Command {
	check := false
	cmd := &cobra.Command{
		Use:   "extract",
		Short: "Write code/ from the chapters",
		Long: `extract writes code/ from the chapters: what their listings add up to.
Files that no listing makes are removed. With --check it writes nothing, and
fails with a diff if code/ differs.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.extract(check) },
	}
	cmd.Flags().BoolVar(&check, "check", false, "write nothing; fail with a diff if code/ differs")
	return cmd
}

func (a *app) extract(check bool) error {
	b, p, err := a.tangle()
	if err != nil {
		return err
	}
	drifts, err := b.Code(p.Final)
	if err != nil {
		return failure{err}
	}
	if len(drifts) == 0 {
		return nil
	}
	if check {
		for _, d := range drifts {
			fmt.Fprint(a.out, d.Diff())
		}
		fmt.Fprintf(a.err, "code/ is not what the chapters add up to: %s. Run mdtest extract.\n", count(len(drifts), "file"))
		return errFailed
	}
	if err := b.WriteCode(p.Final); err != nil {
		return failure{err}
	}
	for _, d := range drifts {
		fmt.Fprintf(a.out, "%s %s\n", verb(d), d.Path)
	}
	return nil
}

func verb(d book.Drift) string {
	switch {
	case d.Disk == nil:
		return "new    "
	case d.Want == nil:
		return "removed"
	}
	return "changed"
}

// count says how many: "1 file", "2 files".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
