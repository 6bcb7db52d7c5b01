package tags

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"fmt"
	"hash"
	"maps"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/tree"
)

// objects hashes git's objects, as gitformat-loose(5) describes them and
// git-hash-object(1) does.
type objects struct {
	new   func() hash.Hash
	blobs map[*tree.File][]byte
}

// hash hashes an object of the given kind.
func (o *objects) hash(kind string, data []byte) []byte {
	h := o.new()
	fmt.Fprintf(h, "%s %d\x00", kind, len(data))
	h.Write(data)
	return h.Sum(nil)
}

func (o *objects) blob(f *tree.File) []byte {
	sum, ok := o.blobs[f]
	if !ok {
		sum = o.hash("blob", f.Data())
		o.blobs[f] = sum
	}
	return sum
}

// entry is a line of a tree object.
type entry struct {
	name   string
	folder bool
	sum    []byte
}

// key orders the entries: git sorts a folder as if its name ended in a
// slash.
func (e entry) key() string {
	if e.folder {
		return e.name + "/"
	}
	return e.name
}

func (o *objects) tree(t tree.Tree) []byte {
	files := make(map[string][]byte, t.Len())
	for _, p := range t.Paths() {
		files[p] = o.blob(t.Get(p))
	}
	return o.folder(files)
}

// folder hashes the folder that holds the given blobs, by their paths from
// there.
func (o *objects) folder(files map[string][]byte) []byte {
	var entries []entry
	folders := map[string]map[string][]byte{}
	for p, sum := range files {
		dir, rest, below := strings.Cut(p, "/")
		if !below {
			entries = append(entries, entry{p, false, sum})
			continue
		}
		if folders[dir] == nil {
			folders[dir] = map[string][]byte{}
		}
		folders[dir][rest] = sum
	}
	for _, dir := range slices.Sorted(maps.Keys(folders)) {
		entries = append(entries, entry{dir, true, o.folder(folders[dir])})
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.key(), b.key()) })
	var data bytes.Buffer
	for _, e := range entries {
		mode := "100644"
		if e.folder {
			mode = "40000"
		}
		fmt.Fprintf(&data, "%s %s\x00%s", mode, e.name, e.sum)
	}
	return o.hash("tree", data.Bytes())
}

// Who is the author and committer of every step.
const (
	whoName  = "mdtest"
	whoEmail = "mdtest@localhost"
)

// stamp is Who and a date, as a commit has it.
func stamp(seconds int64) string {
	return fmt.Sprintf("%s <%s> %d +0000", whoName, whoEmail, seconds)
}

func (o *objects) commit(tree, parent []byte, seconds int64, message string) []byte {
	var data bytes.Buffer
	fmt.Fprintf(&data, "tree %s\n", hex.EncodeToString(tree))
	if parent != nil {
		fmt.Fprintf(&data, "parent %s\n", hex.EncodeToString(parent))
	}
	fmt.Fprintf(&data, "author %s\ncommitter %[1]s\n\n%s", stamp(seconds), message)
	return o.hash("commit", data.Bytes())
}
