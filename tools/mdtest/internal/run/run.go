// Package run finds out whether what a book claims is true.
//
// Package versions that are new are vetted and tested in one go (file
// packages.go); every section then runs as one testscript (file script.go),
// whose commands ask for those verdicts or run what the page says. What was
// found out is remembered under the hash of all it depends on (store.go).
//
// It is the only package that imports testscript. Non-goals: changing the
// book (package cli writes what Report.Updates says), and protecting the
// machine from a book that means harm: commands are confined to their tree
// where the system can do that, as a check on mistakes.
package run

import (
	"context"
	"path/filepath"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"byhand/tools/mdtest/internal/disk"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
	"byhand/tools/mdtest/internal/version"
)

// Options say how to run. The zero value is usable.
type Options struct {
	Workers int           // commands at a time; 0 means 2
	Timeout time.Duration // for each command; 0 means 2 minutes
	Fresh   bool          // remember nothing from earlier runs
	Cache   string        // folder; empty means the user's cache folder
	Measure bool          // numbers are to be kept: run what prints them alone

	// Done is called after each check, from one goroutine at a time.
	Done func(*Result)
	// Progress is told what the go command is at, and how many packages
	// are left.
	Progress func(what string, left int)
}

// Runner checks the sections of a book, as they are or changed: what they
// have in common, it finds out once.
type Runner struct {
	book  *tangle.Book
	opts  Options
	cache string
	env   *environment
	store *store
	pkgs  *packages
	rustc rustc

	slots *pool
	lives *pool        // for live runs
	quiet sync.RWMutex // held by a measurement to be kept, against other commands

	mu    sync.Mutex // guards what is below
	index *version.Indexer
	done  map[*tangle.Check]*Result
	made  map[*tangle.Check]map[string]string

	// covers has, for a version without tests, one with: claims.go.
	covers map[string]*version.Package
}

// New prepares a run. Close ends it. Of the book, what counts is its module
// and the files that all its trees hold.
func New(book *tangle.Book, opts Options) (*Runner, error) {
	if opts.Workers <= 0 {
		opts.Workers = 2
	}
	if opts.Timeout <= 0 {
		opts.Timeout = 2 * time.Minute
	}
	cache, err := disk.CacheDir(opts.Cache)
	if err != nil {
		return nil, err
	}
	trim(cache, time.Now())
	env, err := newEnvironment()
	if err != nil {
		return nil, err
	}
	r := &Runner{
		book: book, opts: opts, cache: cache, env: env,
		index: version.NewIndexer(book.Module),
		done:  map[*tangle.Check]*Result{},
		made:  map[*tangle.Check]map[string]string{},
		slots: newPool(cache, "slot", opts.Workers),
		lives: newPool(cache, "live", opts.Workers),

		covers: map[string]*version.Package{},
	}
	r.store = &store{
		dir: filepath.Join(cache, "results"), fresh: opts.Fresh,
		base: ownHash() + env.key,
	}
	r.pkgs = &packages{
		r: r, dir: filepath.Join(cache, "module-"+book.Base.Hash()[:12]),
		vet: map[string]string{}, test: map[string]verdict{},
	}
	return r, nil
}

// GoVersion returns the version of Go that checks the book.
func (r *Runner) GoVersion() string { return r.env.goVersion() }

// RustVersion returns what checks the book's Rust, or "".
func (r *Runner) RustVersion() string { return r.rustc.find(r.env) }

// Sections checks the given sections. The error is that of a run that
// could not go on; what the book gets wrong is in the results.
func (r *Runner) Sections(ctx context.Context, secs []*tangle.Section) error {
	if err := r.Prepare(ctx, secs); err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(r.opts.Workers)
	for _, s := range secs {
		group.Go(func() error { return r.Section(ctx, s) })
	}
	return group.Wait()
}

// Prepare vets and tests, in one go, the package versions that the sections
// ask for.
func (r *Runner) Prepare(ctx context.Context, secs []*tangle.Section) error {
	var wants []want
	for _, s := range secs {
		for _, c := range s.Checks {
			wants = append(wants, r.wants(c)...)
		}
	}
	r.cover(secs)
	r.mu.Lock()
	defer r.mu.Unlock()
	base := r.book.Base
	if err := r.pkgs.check(ctx, base, r.covering(wants)); err != nil {
		return err
	}
	return r.pkgs.check(ctx, base, r.uncovered(wants))
}

func (r *Runner) full(t tree.Tree) version.Set {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.index.Full(t)
}

func (r *Runner) lib(t tree.Tree) version.Set {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.index.Lib(t)
}

func (r *Runner) progress(what string, left int) {
	if r.opts.Progress != nil {
		r.opts.Progress(what, left)
	}
}
