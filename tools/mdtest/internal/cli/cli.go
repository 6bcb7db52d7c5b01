// Package cli is mdtest's command line: flags, progress, exit status.
// Everything that it says to people stands here.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/run"
	"byhand/tools/mdtest/internal/tangle"
)

// Exit statuses.
const (
	exitOK    = 0
	exitFail  = 1
	exitUsage = 2
)

// errFailed says that what is wrong has been said already.
var errFailed = errors.New("failed")

// failure is an error that is not one of usage.
type failure struct{ error }

func (f failure) Unwrap() error { return f.error }

// app is what the commands share.
type app struct {
	out, err io.Writer
	dir      string // -C
	cache    string
}

// Main runs the command line and returns the exit status.
func Main(args []string, stdout, stderr io.Writer) int {
	if len(args) == 1 && args[0] == run.ApartArg {
		return run.Apart(os.Stdin, stdout)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{out: stdout, err: stderr}
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var f failure
	var list diag.List
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFailed):
		return exitFail
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "mdtest: interrupted")
		return exitFail
	case errors.As(err, &list):
		fmt.Fprintln(stderr, list.Error())
		return exitFail
	case errors.As(err, &f):
		fmt.Fprintln(stderr, "mdtest:", err)
		return exitFail
	}
	fmt.Fprintf(stderr, "mdtest: %v\nTry 'mdtest --help'.\n", err)
	return exitUsage
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "mdtest",
		Short:         "mdtest runs, extracts and renders a book of executable chapters",
		Long:          longHelp,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return cmd.Help()
		},
	}
	root.SetOut(a.out)
	root.SetErr(a.err)
	flags := root.PersistentFlags()
	flags.StringVarP(&a.dir, "chdir", "C", ".", "the book's folder, or one inside of it")
	flags.StringVar(&a.cache, "cache", os.Getenv("MDTEST_CACHE"),
		"folder for what was found out before (default: in the user's cache folder)")
	root.AddCommand(a.extractCmd(), a.testCmd(), a.scriptCmd(), a.treeCmd(), a.lintCmd(), a.bookCmd(), a.serveCmd(),
		a.tagsCmd(), a.stepCmd(),
		a.learnCmd(), a.checkCmd(), a.hintCmd(), a.showCmd(), a.diffCmd(), a.resetCmd(), a.statusCmd())
	return root
}

const longHelp = `mdtest runs a book of executable chapters from top to bottom, extracts its
code and renders its pages. The chapters' notation stands in the package
documentation: go doc byhand/tools/mdtest`

// load reads the book. With errors it returns what there is.
func (a *app) load() (*book.Book, error) {
	root, err := book.FindRoot(a.dir)
	if err != nil {
		return nil, failure{err}
	}
	return book.Load(root)
}

// tangle reads and tangles the book, and reports all that is wrong with
// either.
func (a *app) tangle() (*book.Book, *tangle.Program, error) {
	b, err := a.load()
	if b == nil {
		return nil, nil, err
	}
	var errs diag.List
	var list diag.List
	if errors.As(err, &list) {
		errs = append(errs, list...)
	}
	p, err := tangle.Tangle(&b.Book)
	if errors.As(err, &list) {
		errs = append(errs, list...)
	}
	return b, p, errs.Err()
}

// isTerminal reports whether w is a terminal that can redraw a line.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}
