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
	"runtime"
	"strings"

	"byhand/tools/mdtest/internal/disk"
)

// Importer is a semantic.Importer. It must not be used by two goroutines at
// once.
type Importer struct {
	root, cache string
	goCmd       string
	files       map[string]string // export data, by import path; empty if there is none
	imp         types.Importer
	err         error
	sources     map[string][]string // lines, by file
}

// New returns an importer for the module at root. The folder cache keeps
// what it remembers. Positions of what it returns are those of fset.
func New(fset *token.FileSet, root, cache string) *Importer {
	i := &Importer{root: root, cache: cache, files: map[string]string{}, sources: map[string][]string{}}
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
		if _, known := i.files[p]; !known && p != "C" && p != "unsafe" {
			missing = append(missing, p)
		}
	}
	if i.err != nil || len(missing) == 0 {
		return
	}
	key := i.key(missing)
	found, ok := i.recall(key, missing)
	if !ok {
		found = i.list(missing)
	}
	for _, p := range missing {
		i.files[p] = found[p]
	}
	if !ok && len(found) == len(missing) {
		i.remember(key, found)
	}
}

// Import returns a package.
func (i *Importer) Import(path string) (*types.Package, error) {
	i.Want([]string{path})
	if i.files[path] == "" {
		return nil, fmt.Errorf("%s: not compiled", path)
	}
	return i.imp.Import(path)
}

func (i *Importer) open(path string) (io.ReadCloser, error) {
	file := i.files[path]
	if file == "" {
		return nil, fmt.Errorf("%s: not compiled", path)
	}
	return os.Open(file)
}

// list asks the go command where it has compiled packages, which compiles
// those that it has not. Packages that it does not find are left out.
func (i *Importer) list(paths []string) map[string]string {
	args := append([]string{"list", "-e", "-export", "-f", "{{.ImportPath}}\t{{.Export}}", "--"}, paths...)
	cmd := exec.Command(i.goCmd, args...)
	cmd.Dir = i.root
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		i.err = fmt.Errorf("go list: %w\n%s", err, stderr.String())
	}
	found := map[string]string{}
	for line := range strings.Lines(string(out)) {
		p, file, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if file != "" {
			found[p] = file
		}
	}
	return found
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
func (i *Importer) recall(key string, paths []string) (map[string]string, bool) {
	data, err := os.ReadFile(i.file(key))
	var found map[string]string
	if err != nil || json.Unmarshal(data, &found) != nil {
		return nil, false
	}
	for _, p := range paths {
		if _, err := os.Stat(found[p]); err != nil {
			return nil, false
		}
	}
	return found, true
}

// remember keeps an answer. That it can't is no error: the next run asks
// again.
func (i *Importer) remember(key string, found map[string]string) {
	data, err := json.Marshal(found)
	if err != nil || os.MkdirAll(filepath.Join(i.cache, "exports"), 0o777) != nil {
		return
	}
	_ = disk.WriteFile(i.file(key), data)
}
