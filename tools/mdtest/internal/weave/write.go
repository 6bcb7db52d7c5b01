package weave

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"byhand/tools/mdtest/internal/disk"
)

// Write makes the folder dir hold the site, which was made from what stamp
// stands for. Files that are right already are left alone, as is whatever
// mdtest did not write; files of an earlier site that this one does not
// have are removed.
func (s Site) Write(dir, stamp string) error {
	old := readManifest(dir)
	names := slices.Sorted(maps.Keys(s))
	// Should this run die, the next one knows what may be there.
	both := manifest{files: maps.Clone(old.files)}
	for _, name := range names {
		if _, ok := both.files[name]; !ok {
			both.files[name] = fileState{}
		}
	}
	if err := both.write(dir); err != nil {
		return err
	}
	for _, name := range names {
		if err := writeChanged(dir, name, s[name]); err != nil {
			return err
		}
	}
	if err := s.prune(dir, old); err != nil {
		return err
	}
	now := manifest{stamp: stamp, files: map[string]fileState{}}
	for _, name := range names {
		state, err := stateOf(dir, name)
		if err != nil {
			return err
		}
		now.files[name] = state
	}
	return now.write(dir)
}

// writeChanged writes a file of the site if it is not right as it stands.
func writeChanged(dir, name string, data []byte) error {
	file := filepath.Join(dir, filepath.FromSlash(name))
	have, err := os.ReadFile(file)
	if err == nil && bytes.Equal(have, data) {
		return nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = os.MkdirAll(filepath.Dir(file), 0o777)
	}
	if err != nil {
		return err
	}
	return disk.WriteFile(file, data)
}

// prune removes the files of an earlier site that this one no longer has
// and nobody else has written since, and the folders that are empty then.
func (s Site) prune(dir string, old manifest) error {
	for name, left := range old.files {
		if _, ok := s[name]; ok {
			continue
		}
		if now, _ := stateOf(dir, name); left != (fileState{}) && now != left {
			continue
		}
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for up := filepath.Dir(file); up != filepath.Clean(dir); up = filepath.Dir(up) {
			if os.Remove(up) != nil {
				break // something is in it
			}
		}
	}
	return nil
}
