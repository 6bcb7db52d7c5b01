package tags

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"strings"

	"byhand/tools/mdtest/internal/tree"
)

// objects hashes git's objects, as gitformat-loose(5) describes them and
// git-hash-object(1) does.
type objects struct {
	new  func() hash.Hash
	root *folder
	at   tree.Tree // what root holds
}

// hash hashes an object of the given kind.
func (o *objects) hash(kind string, data []byte) []byte {
	h := o.new()
	fmt.Fprintf(h, "%s %d\x00", kind, len(data))
	h.Write(data)
	return h.Sum(nil)
}

// tree hashes a tree. What it shares with the one before is not hashed
// again.
func (o *objects) tree(t tree.Tree) []byte {
	for _, p := range o.at.Changed(t) {
		var sum []byte
		if f := t.Get(p); f != nil {
			sum = o.hash("blob", f.Data())
		}
		o.root.set(p, sum)
	}
	o.at = t
	return o.folder(o.root)
}

// folder is one of a tree that changes from step to step.
type folder struct {
	blobs   map[string][]byte
	folders map[string]*folder
	sum     []byte // nil if it has changed
}

func newFolder() *folder {
	return &folder{blobs: map[string][]byte{}, folders: map[string]*folder{}}
}

// set puts a blob at a path, or with no sum takes it away.
func (d *folder) set(p string, sum []byte) {
	d.sum = nil
	name, rest, below := strings.Cut(p, "/")
	switch {
	case !below && sum == nil:
		delete(d.blobs, name)
	case !below:
		d.blobs[name] = sum
	default:
		if d.folders[name] == nil {
			d.folders[name] = newFolder()
		}
		d.folders[name].set(rest, sum)
		if len(d.folders[name].blobs)+len(d.folders[name].folders) == 0 {
			delete(d.folders, name)
		}
	}
}

// entry is a line of a tree object.
type entry struct {
	name, mode string
	sum        []byte
}

// key orders the entries: git sorts a folder as if its name ended in a
// slash.
func (e entry) key() string {
	if e.mode == folderMode {
		return e.name + "/"
	}
	return e.name
}

const (
	fileMode   = "100644"
	folderMode = "40000"
)

func (o *objects) folder(d *folder) []byte {
	if d.sum != nil {
		return d.sum
	}
	var entries []entry
	for name, sum := range d.blobs {
		entries = append(entries, entry{name, fileMode, sum})
	}
	for name, f := range d.folders {
		entries = append(entries, entry{name, folderMode, o.folder(f)})
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.key(), b.key()) })
	var data bytes.Buffer
	for _, e := range entries {
		fmt.Fprintf(&data, "%s %s\x00%s", e.mode, e.name, e.sum)
	}
	d.sum = o.hash("tree", data.Bytes())
	return d.sum
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
