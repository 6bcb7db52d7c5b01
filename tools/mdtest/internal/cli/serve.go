package cli

import (
	"context"
	"errors"
	"fmt"
	"html"
	"maps"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/learn"
	"byhand/tools/mdtest/internal/run"
	"byhand/tools/mdtest/internal/serve"
)

// serveFlags are the flags of mdtest serve.
type serveFlags struct {
	addr    string
	port    int
	chosen  bool // --addr or --port was given
	open    bool
	runs    int
	timeout time.Duration
}

func (a *app) serveCmd() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the book in a browser, follow every save, run its blocks",
		Long: `serve shows the book on this machine alone and prints the address to open.
What is saved shows at once. In a workspace ('mdtest learn') it shows its book,
with the steps that 'mdtest check' has passed. Console blocks can be run and listings edited,
on the page alone: nothing is written into a chapter.

The address has a token in it that lets a browser run the book's commands
with your rights: keep it to yourself. It ends with the server.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("port") && cmd.Flags().Changed("addr") {
				return errors.New("--addr has a port already: give --addr or --port")
			}
			f.chosen = cmd.Flags().Changed("port") || cmd.Flags().Changed("addr")
			return a.serve(cmd.Context(), f)
		},
	}
	fl := cmd.Flags()
	fl.StringVar(&f.addr, "addr", usualAddr, "the loopback `address` to serve on; port 0 takes a free one")
	fl.IntVar(&f.port, "port", 0, "the port to serve on, at 127.0.0.1")
	fl.BoolVar(&f.open, "open", false, "open the book in the browser")
	fl.IntVarP(&f.runs, "parallel", "p", 2, "how many blocks may run at a time")
	fl.DurationVar(&f.timeout, "timeout", 2*time.Minute, "how long each run may take")
	return cmd
}

// usualAddr is the same each time, because browsers keep a reader's edits and
// progress for an address.
const usualAddr = "127.0.0.1:7340"

// check returns what is wrong with the flags.
func (f *serveFlags) check() error {
	if f.port != 0 {
		f.addr = net.JoinHostPort("127.0.0.1", strconv.Itoa(f.port))
	}
	if f.runs < 1 {
		return fmt.Errorf("-p %d: at least 1", f.runs)
	}
	if f.timeout <= 0 {
		return fmt.Errorf("--timeout %v: more than 0", f.timeout)
	}
	return serve.CheckAddr(f.addr)
}

func (a *app) serve(ctx context.Context, f serveFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	root, ws, err := a.rootOf()
	if err != nil {
		return failure{err}
	}
	opts := serve.Options{
		Root: root, Addr: f.addr, Cache: a.cache, Runs: f.runs,
		Bounds: run.Bounds{Time: f.timeout}, Done: passed(ws),
	}
	s, err := serve.Listen(opts)
	if err != nil && !f.chosen { // the usual port is taken
		opts.Addr = "127.0.0.1:0"
		s, err = serve.Listen(opts)
	}
	if err != nil {
		return failure{err}
	}
	fmt.Fprintln(a.out, s.URL())
	if f.open {
		forget, err := openBrowser(s.URL())
		defer forget()
		if err != nil {
			fmt.Fprintf(a.err, "mdtest: --open: %v; open the address above\n", err)
		}
	}
	if err := s.Serve(ctx); err != nil {
		return failure{err}
	}
	return nil
}

// rootOf returns the book that the user is in, or the one that the workspace
// belongs to that he is in.
func (a *app) rootOf() (string, *learn.Workspace, error) {
	root, err := book.FindRoot(a.dir)
	if err == nil {
		return root, nil, nil
	}
	ws, werr := learn.Open(a.dir)
	switch {
	case learn.IsNone(werr):
		return "", nil, err
	case werr != nil:
		return "", nil, werr
	}
	root, err = book.FindRoot(ws.State.Book)
	return root, ws, err
}

// passed returns what asks for the steps that were passed in a workspace.
func passed(ws *learn.Workspace) func() []string {
	if ws == nil {
		return nil
	}
	return func() []string {
		now, err := learn.Open(ws.Dir)
		if err != nil {
			return nil // damaged meanwhile: mdtest check says so
		}
		return slices.Sorted(maps.Keys(now.State.Passed))
	}
}

// openBrowser opens a page that leads to url. The address itself is not an
// argument of any program, because all users of a machine can see those.
func openBrowser(url string) (forget func(), err error) {
	dir, err := os.MkdirTemp("", "mdtest-open-*")
	if err != nil {
		return func() {}, err
	}
	forget = func() { os.RemoveAll(dir) }
	name := filepath.Join(dir, "book.html")
	page := `<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=` + html.EscapeString(url) + `">`
	if err := os.WriteFile(name, []byte(page), 0o600); err != nil {
		return forget, err
	}
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		cmd = exec.Command("open", name)
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", name)
	default:
		cmd = exec.Command("xdg-open", name)
	}
	if err := cmd.Start(); err != nil {
		return forget, err
	}
	go func() { _ = cmd.Wait() }()
	return forget, nil
}
