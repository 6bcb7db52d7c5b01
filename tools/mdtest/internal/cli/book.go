package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
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
	root, err := book.FindRoot(a.dir)
	if err != nil {
		return failure{err}
	}
	if dir == "" {
		dir = filepath.Join(root, filepath.FromSlash(book.SiteDir))
	}
	stamp, err := siteStamp(root, dir)
	if err != nil {
		return failure{err}
	}
	if !weave.Fresh(dir, stamp) {
		if err := a.writeSite(dir, stamp); err != nil {
			return err
		}
	}
	fmt.Fprintln(a.out, show(filepath.Join(dir, links.Index)))
	return nil
}

// writeSite renders the book into dir.
func (a *app) writeSite(dir, stamp string) error {
	b, p, err := a.tangle()
	if err != nil {
		return err
	}
	site, err := weave.Render(b, p)
	if err != nil {
		return err
	}
	if err := site.Write(dir, stamp); err != nil {
		return failure{err}
	}
	return nil
}

// siteStamp stands for all that the pages in dir are made from: the book at
// root, and this program.
func siteStamp(root, dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	from, err := book.Fingerprint(root, abs, filepath.Join(root, filepath.FromSlash(book.SiteDir)))
	if err != nil {
		return "", err
	}
	own, err := hashOfSelf()
	return from + "-" + own, err
}

// hashOfSelf returns a hash of this program.
func hashOfSelf() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), err
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
