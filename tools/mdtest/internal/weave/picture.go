package weave

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
)

// PictureDir is the folder of the site that has copies of the images of the
// book, by their paths, so that the site is whole wherever it is put.
const PictureDir = "pictures/"

// picture returns where an image of the book is in the site.
func (w *weaver) picture(file string) string {
	if w.pictures == nil {
		w.pictures = map[string]bool{}
	}
	w.pictures[file] = true
	return (&url.URL{Path: PictureDir + file}).EscapedPath()
}

// addPictures adds the images that the pages have shown.
func (w *weaver) addPictures(site Site) error {
	for file := range w.pictures {
		data, err := os.ReadFile(filepath.Join(w.book.Root, filepath.FromSlash(file)))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		site[PictureDir+file] = data
	}
	return nil
}
