package weave

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"byhand/tools/mdtest/internal/disk"
)

// generator marks the pages that may be removed when their chapter is gone.
var generator = []byte(`<meta name="generator" content="mdtest">`)

// Write makes the folder dir hold the site. Files that are right already
// are left alone, as is whatever mdtest did not write.
func (s Site) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(s)) {
		file := filepath.Join(dir, name)
		have, err := os.ReadFile(file)
		if err == nil && bytes.Equal(have, s[name]) {
			continue
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := disk.WriteFile(file, s[name]); err != nil {
			return err
		}
	}
	return s.prune(dir)
}

// prune removes pages of an earlier run that the site no longer has.
func (s Site) prune(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || path.Ext(e.Name()) != ".html" || s[e.Name()] != nil {
			continue
		}
		file := filepath.Join(dir, e.Name())
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if bytes.Contains(data[:min(len(data), 1024)], generator) {
			if err := os.Remove(file); err != nil {
				return err
			}
		}
	}
	return nil
}
