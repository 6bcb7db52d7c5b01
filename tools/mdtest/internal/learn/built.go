package learn

import (
	"bytes"
	"go/build"
	"io"
	"path"

	"byhand/tools/mdtest/internal/tree"
)

// builtHere returns t without the Go files of folders of which Go builds none
// here, as one with a generator that go run starts by its name: they are no
// packages, and go test fails on them.
func builtHere(t tree.Tree) tree.Tree {
	built := map[string]bool{}
	for _, p := range t.Paths() {
		if path.Ext(p) == ".go" {
			built[path.Dir(p)] = built[path.Dir(p)] || builds(t.Get(p))
		}
	}
	return t.Filter(func(f *tree.File) bool {
		return path.Ext(f.Path) != ".go" || built[path.Dir(f.Path)]
	})
}

// builds reports whether Go builds a file here, or can't tell.
func builds(f *tree.File) bool {
	ctx := build.Default
	ctx.OpenFile = func(string) (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(f.Data())), nil }
	ok, err := ctx.MatchFile("", path.Base(f.Path))
	return ok || err != nil
}
