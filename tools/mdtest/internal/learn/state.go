package learn

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"

	"byhand/tools/mdtest/internal/disk"
)

// StateFile is the workspace's own file: what the reader has done so far.
const StateFile = "learn.json"

// format is the version of the file that this program reads and writes.
const format = 1

// State is what StateFile holds.
type State struct {
	Format int               `json:"format"`
	Book   string            `json:"book"`   // the book's folder
	At     string            `json:"at"`     // the lesson at hand; empty after the last
	Passed map[string]string `json:"passed"` // lessons by name, with the day
	Hints  map[string]int    `json:"hints"`  // how many were shown, by lesson
	Given  map[string]string `json:"given"`  // hashes of the tests that stand here as the book has them
}

// errNoWorkspace is wrapped by the error of Open if there is none.
var errNoWorkspace = errors.New("no workspace")

// readState reads a workspace's state. A file that is damaged, or newer
// than this program, is left as it is.
func readState(dir string) (*State, error) {
	name := filepath.Join(dir, StateFile)
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: there is no %s in %s or above it; 'mdtest learn NN-name DIR' makes one", errNoWorkspace, StateFile, dir)
	}
	if err != nil {
		return nil, err
	}
	var head struct{ Format int }
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, damaged(name, data, err)
	}
	if head.Format > format {
		return nil, fmt.Errorf("%s: written by a newer mdtest (format %d, this one knows %d)", name, head.Format, format)
	}
	s := &State{}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(s); err != nil {
		return nil, damaged(name, data, err)
	}
	if s.Format < 1 || s.Book == "" {
		return nil, damaged(name, data, errors.New("format or book is missing"))
	}
	return s, nil
}

// damaged says what is wrong with the file, and where if the error knows.
func damaged(name string, data []byte, err error) error {
	offset := int64(0)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	if offset > 0 {
		name += fmt.Sprintf(":%d", 1+bytes.Count(data[:min(int(offset), len(data))], []byte("\n")))
	}
	return fmt.Errorf("%s: damaged: %w; mend it, or move it away and run mdtest learn again", name, err)
}

func (s *State) write(dir string) error {
	data, err := json.MarshalIndent(s, "", "\t")
	if err != nil {
		return err
	}
	return disk.WriteFile(filepath.Join(dir, StateFile), append(data, '\n'))
}

// Update changes the state as f says, whoever else does so meanwhile, and
// keeps w.State up to date.
func (w *Workspace) Update(f func(*State) error) error {
	unlock, err := lockedfile.MutexAt(filepath.Join(w.Dir, lockName)).Lock()
	if err != nil {
		return err
	}
	defer unlock()
	s, err := readState(w.Dir)
	if err != nil {
		return err
	}
	if err := f(s.fill()); err != nil {
		return err
	}
	if err := s.write(w.Dir); err != nil {
		return err
	}
	w.State = s
	return nil
}

const lockName = ".learn.lock"

func newState(book, at string) *State {
	return &State{
		Format: format, Book: book, At: at,
		Passed: map[string]string{}, Hints: map[string]int{}, Given: map[string]string{},
	}
}

// fill makes the maps of a state that was written without them, and leaves
// out what only another hand can have written: fewer hints than none, and
// files that are no tests of this workspace.
func (s *State) fill() *State {
	for _, m := range []*map[string]string{&s.Passed, &s.Given} {
		if *m == nil {
			*m = map[string]string{}
		}
	}
	if s.Hints == nil {
		s.Hints = map[string]int{}
	}
	maps.DeleteFunc(s.Hints, func(_ string, n int) bool { return n < 0 })
	maps.DeleteFunc(s.Given, func(p, _ string) bool {
		return !fs.ValidPath(p) || !filepath.IsLocal(filepath.FromSlash(p)) || !IsTest(p)
	})
	return s
}
