package book

import (
	"bytes"

	"byhand/tools/mdtest/internal/chapter"
	"byhand/tools/mdtest/internal/diag"
)

// Reader reads a book again and again while it is being written. A chapter
// that has not changed is the same value as before. The zero value has read
// nothing. It must not be used by two goroutines at once.
type Reader struct {
	known map[string]parsed // by file
}

type parsed struct {
	src []byte
	c   *chapter.Chapter // nil if it is none
	bad diag.List
}

// Load reads the book at root, as the function of that name does.
func (r *Reader) Load(root string) (*Book, error) {
	seen := map[string]parsed{}
	b, err := load(root, func(file string, src []byte) (*chapter.Chapter, diag.List) {
		p, ok := r.known[file]
		if !ok || !bytes.Equal(p.src, src) {
			p.src = src
			p.c, p.bad = chapter.Parse(file, src)
		}
		seen[file] = p
		return p.c, p.bad
	})
	r.known = seen
	return b, err
}
