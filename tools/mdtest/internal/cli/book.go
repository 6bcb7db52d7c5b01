package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/weave"
)

func (a *app) bookCmd() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "book",
		Short: "Render the pages to book/site/",
		Long: `book renders the book as HTML pages that work from disk, and prints where
the first of them is. It runs nothing: whether what the pages say is true is
for mdtest test. With errors in the book it writes nothing.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.renderBook(out) },
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the folder for the pages (default: the book's "+book.SiteDir+")")
	return cmd
}

// renderBook writes the pages into the folder dir, or where they belong.
func (a *app) renderBook(dir string) error {
	b, p, err := a.tangle()
	if err != nil {
		return err
	}
	site, err := weave.Render(b, p)
	if err != nil {
		return err
	}
	if dir == "" {
		dir = filepath.Join(b.Root, filepath.FromSlash(book.SiteDir))
	}
	if err := site.Write(dir); err != nil {
		return failure{err}
	}
	fmt.Fprintln(a.out, show(filepath.Join(dir, links.Index)))
	return nil
}

// show returns a path as the user would type it.
func show(path string) string {
	wd, err := os.Getwd()
	if err != nil {
		return path
	}
	rel, err := filepath.Rel(wd, path)
	if err != nil || len(rel) >= len(path) {
		return path
	}
	return rel
}
