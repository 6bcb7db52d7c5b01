package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/compiled"
	"byhand/tools/mdtest/internal/disk"
	"byhand/tools/mdtest/internal/ledger"
	"byhand/tools/mdtest/internal/links"
	"byhand/tools/mdtest/internal/pdf"
	"byhand/tools/mdtest/internal/semantic"
	"byhand/tools/mdtest/internal/tags"
	"byhand/tools/mdtest/internal/weave"
)

// bookOptions are the flags of the command book.
type bookOptions struct {
	out  string // folder, or empty for the book's own
	epub bool
	pdf  bool
	// For printing:
	chromium string
	paper    string
}

func (a *app) bookCmd() *cobra.Command {
	var o bookOptions
	cmd := &cobra.Command{
		Use:   "book",
		Short: "Render the pages to book/site/, for e-readers and for print",
		Long: `book renders the book as HTML pages that work from disk, and prints where
the first of them is. It runs nothing of the book: whether what the pages say
is true is for mdtest test. It asks the go command where the packages are that
the code imports, for the types of their names. With errors in the book it
writes nothing.

With --epub it packs the book for e-readers beside the pages, and prints that
path as well. The date of the edition is $SOURCE_DATE_EPOCH, seconds since
1970; without it the same book always makes the same file.

With --pdf it prints the book beside the pages. That needs Chromium, which is
looked for in the PATH, or named by --chromium or $MDTEST_CHROMIUM.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			collectLess()
			return a.renderBook(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.out, "output", "o", "", "the folder for the pages (default: the book's "+book.SiteDir+")")
	flags.BoolVar(&o.epub, "epub", false, "pack an EPUB as well")
	flags.BoolVar(&o.pdf, "pdf", false, "print a PDF as well")
	flags.StringVar(&o.paper, "paper", pdf.Papers[0], "what to print on: "+strings.Join(pdf.Papers, " or "))
	flags.StringVar(&o.chromium, "chromium", os.Getenv("MDTEST_CHROMIUM"), "the browser that prints")
	return cmd
}

// collectLess buys a fifth of a rendering's time with a quarter more memory,
// which is gone a second later. Who has set $GOGC knows better.
func collectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
}

// check finds what can be known to be wrong before anything is written.
func (o *bookOptions) check() error {
	if _, err := edition(); err != nil {
		return err
	}
	if !slices.Contains(pdf.Papers, o.paper) {
		return fmt.Errorf("--paper %s: it is %s", o.paper, strings.Join(pdf.Papers, " or "))
	}
	if !o.pdf {
		return nil
	}
	at, err := pdf.Find(o.chromium)
	if err != nil {
		return failure{err}
	}
	o.chromium = at
	return nil
}

// renderBook writes the pages, and the volumes asked for beside them.
func (a *app) renderBook(ctx context.Context, o bookOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	root, err := book.FindRoot(a.dir)
	if err != nil {
		return failure{err}
	}
	if o.out == "" {
		o.out = filepath.Join(root, filepath.FromSlash(book.SiteDir))
	}
	stamp, err := a.siteStamp(root, o.out)
	if err != nil {
		return failure{err}
	}
	if !weave.Fresh(o.out, stamp) {
		if err := a.writeSite(o.out, stamp); err != nil {
			return err
		}
	}
	fmt.Fprintln(a.out, show(filepath.Join(o.out, links.Index)))
	return a.volumes(ctx, o)
}

// writeSite renders the book into dir.
func (a *app) writeSite(dir, stamp string) error {
	b, p, err := a.tangle()
	if err != nil {
		return err
	}
	named, outside := a.understand(b)
	site, err := weave.Render(b, p, named, weave.Checked(ledger.Open(a.cache, b.Root, b.Module)),
		weave.Tagged(tags.Hashes(p, b.Summary.Title)))
	if err != nil {
		return err
	}
	if err := outside.Err(); err != nil {
		fmt.Fprintln(a.err, "mdtest: the pages lack the types of packages that are not the book's:", err)
		stamp = "" // they are to be rendered again
	}
	if err := site.Write(dir, stamp); err != nil {
		return failure{err}
	}
	return nil
}

// understand lets the pages know what the names in the code mean, with what
// the go command knows of packages that are not the book's.
func (a *app) understand(b *book.Book) (weave.Option, *compiled.Importer) {
	cache, _ := disk.CacheDir(a.cache) // without one, the go command is asked each time
	fset := token.NewFileSet()
	outside := compiled.New(fset, b.Root, cache)
	return weave.Named(semantic.New(b.Module, fset, outside)), outside
}

// siteStamp stands for all that the pages in dir are made from: the book at
// root, what is known of its checks, and this program.
func (a *app) siteStamp(root, dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	from, err := book.Fingerprint(root, abs, filepath.Join(root, filepath.FromSlash(book.SiteDir)))
	if err != nil {
		return "", err
	}
	own, err := hashOfSelf()
	return from + "-" + ledger.Stamp(a.cache, root) + "-" + own, err
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
