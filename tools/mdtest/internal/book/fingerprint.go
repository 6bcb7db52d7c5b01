package book

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Fingerprint returns a hash of all that a page of the book at root can
// depend on: a link may lead to any file, so it is all of them by name, size
// and time of change, and by their text what is written and edited as the
// book. Left out are folders whose name has a dot in front, and those in
// skip: what is made from the book.
func Fingerprint(root string, skip ...string) (string, error) {
	h := sha256.New()
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir():
			if name != root && (strings.HasPrefix(e.Name(), ".") || slices.Contains(skip, name)) {
				return fs.SkipDir
			}
			return nil
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if written(rel) && e.Type().IsRegular() {
			return addText(h, rel, name)
		}
		fmt.Fprintf(h, "%q %v %d %d\n", rel, info.Mode(), info.Size(), info.ModTime().UnixNano())
		return nil
	})
	return hex.EncodeToString(h.Sum(nil)), err
}

// written reports whether a file is the book's own text.
func written(file string) bool {
	return file == "go.mod" || file == "go.sum" ||
		strings.HasPrefix(file, ChapterDir+"/") || strings.HasPrefix(file, "book/")
}

func addText(h io.Writer, rel, name string) error {
	data, err := os.ReadFile(name)
	fmt.Fprintf(h, "%q %d\n", rel, len(data))
	h.Write(data)
	return err
}
