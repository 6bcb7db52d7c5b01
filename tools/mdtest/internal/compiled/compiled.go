// Package compiled imports packages outside of the book, the standard
// library's among them, from what the go command has compiled of them.
//
// The go command is asked once; where it keeps the packages is remembered.
// Without it, or without a package, an import fails: the book's pages then
// lack types, and nothing else.
//
// Non-goals: packages of the book.
package compiled

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"

	"byhand/tools/mdtest/internal/disk"
)

// Importer is a semantic.Importer. It must not be used by two goroutines at
// once.
type Importer struct {
	root, cache string
	goCmd       string
	found       answer
	imp         types.Importer
	err         error
	sources     map[string][]string // lines, by file
}

// answer is where the go command has things.
type answer struct {
	Root  string            // of the standard library's sources
	Files map[string]string // export data, by import path; empty if there is none
}

// New returns an importer for the module at root. The folder cache keeps
// what it remembers; if it is empty, that is nothing. Positions of what it returns are those of fset.
func New(fset *token.FileSet, root, cache string) *Importer {
	i := &Importer{root: root, cache: cache, sources: map[string][]string{}}
	i.found.Files = map[string]string{}
	i.goCmd, i.err = exec.LookPath("go")
	i.imp = importer.ForCompiler(fset, "gc", i.open)
	return i
}

// Err returns what kept the importer from finding packages, if anything
// did.
func (i *Importer) Err() error { return i.err }

// Want finds packages, all in one go.
func (i *Importer) Want(paths []string) {
	var missing []string
	for _, p := range paths {
		if _, known := i.found.Files[p]; !known && askable(p) {
			missing = append(missing, p)
		}
	}
	if i.err != nil || len(missing) == 0 {
		return
	}
	key := i.key(missing)
	a, ok := i.recall(key, missing)
	if !ok {
		a = i.list(missing)
	}
	if a.Root != "" {
		i.found.Root = a.Root
	}
	for _, p := range missing {
		i.found.Files[p] = a.Files[p]
	}
	if !ok && len(a.Files) == len(missing) {
		i.remember(key, a)
	}
}

// askable reports whether a path that code imports means one package to the
// go command: C and unsafe are compiled by nobody, a pattern means several.
func askable(path string) bool {
	switch path {
	case "C", "unsafe", "all", "std", "cmd", "tool", "work":
		return false
	}
	return importPath.MatchString(path) && !strings.Contains(path, "...") && !strings.HasSuffix(path, ".go")
}

var importPath = regexp.MustCompile(`^[a-zA-Z0-9_][a-zA-Z0-9_.~+/-]*$`)

// Import returns a package.
func (i *Importer) Import(path string) (*types.Package, error) {
	i.Want([]string{path})
	if i.found.Files[path] == "" {
		return nil, fmt.Errorf("%s: not compiled", path)
	}
	return i.imp.Import(path)
}

func (i *Importer) open(path string) (io.ReadCloser, error) {
	file := i.found.Files[path]
	if file == "" {
		return nil, fmt.Errorf("%s: not compiled", path)
	}
	return os.Open(file)
}

// patience is how long the go command may take: it may have to compile.
const patience = 2 * time.Minute

// list asks the go command where it has compiled packages, which compiles
// those that it has not. Packages that it does not find are left out.
func (i *Importer) list(paths []string) answer {
	const format = "{{.ImportPath}}\t{{.Export}}\t{{if .Standard}}{{.Root}}{{end}}"
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, i.goCmd, append([]string{"list", "-e", "-export", "-f", format, "--"}, paths...)...)
	cmd.Dir = i.root
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		i.err = fmt.Errorf("go list: %w\n%s", err, stderr.String())
	}
	a := answer{Files: map[string]string{}}
	for line := range strings.Lines(string(out)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) < 3 {
			continue
		}
		if f[1] != "" {
			a.Files[f[0]] = f[1]
		}
		if f[2] != "" {
			a.Root = f[2]
		}
	}
	return a
}

// key names what an answer depends on: the go command, the module and the
// question.
func (i *Importer) key(paths []string) string {
	h := sha256.New()
	fmt.Fprintln(h, runtime.Version(), i.goCmd, i.root)
	if info, err := os.Stat(i.goCmd); err == nil {
		fmt.Fprintln(h, info.Size(), info.ModTime().UnixNano())
	}
	for _, v := range []string{"GOFLAGS", "GOCACHE", "GOOS", "GOARCH", "GOEXPERIMENT", "GOTOOLCHAIN"} {
		fmt.Fprintln(h, os.Getenv(v))
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		data, _ := os.ReadFile(filepath.Join(i.root, name))
		fmt.Fprintf(h, "%d\n%s", len(data), data)
	}
	fmt.Fprintln(h, strings.Join(paths, " "))
	return hex.EncodeToString(h.Sum(nil)[:16])
}

func (i *Importer) file(key string) string {
	return filepath.Join(i.cache, "exports", key+".json")
}

// recall returns an answer from before, unless the go command has removed
// one of its files since.
func (i *Importer) recall(key string, paths []string) (a answer, ok bool) {
	data, err := os.ReadFile(i.file(key))
	if err != nil || json.Unmarshal(data, &a) != nil {
		return answer{}, false
	}
	for _, p := range paths {
		if _, err := os.Stat(a.Files[p]); err != nil {
			return answer{}, false
		}
	}
	return a, true
}

// remember keeps an answer. That it can't is no error: the next run asks
// again.
func (i *Importer) remember(key string, a answer) {
	data, err := json.Marshal(a)
	if err != nil || i.cache == "" || os.MkdirAll(filepath.Join(i.cache, "exports"), 0o777) != nil {
		return
	}
	_ = disk.WriteFile(i.file(key), data)
}
