// Package tags keeps a git tag for every step of a book: a chain of
// commits, one a step, whose trees are what the reader has at the end of
// the step, as a module that builds.
//
// The same chapters give the same commits, to the hash, on every machine:
// hashes are computed here (object.go) and asked of git only to be
// compared. What a repository lacks reaches it through git fast-import, and
// its refs move all at once or not at all (write.go).
//
// Tags and branches that it did not make are never touched, nor is the
// reader's index or working tree. Non-goals: pushing, and any other history
// than a straight one.
package tags

import (
	"crypto/sha1"
	"encoding/hex"
	"hash"

	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/tree"
)

// Branch is the branch whose commits are the steps.
const Branch = "steps"

// Commit is a step as a commit.
type Commit struct {
	Tag     string // 03-arena/04-reset
	Title   string
	Hash    string // of the commit, in hex
	Parent  string // hash of the step before; empty for the first
	Message string
	Tree    tree.Tree // the files, with README.md
	before  tree.Tree // of the step before
	seconds int64     // the date
}

// Commits returns the steps of a book as commits, each the parent of the
// next. newHash is the hash of the repository's objects: sha1.New, or
// sha256.New.
func Commits(p *tangle.Program, title string, newHash func() hash.Hash) []*Commit {
	o := &objects{new: newHash, root: newFolder()}
	steps := p.Steps()
	var out []*Commit
	var parent []byte
	var before tree.Tree
	for i, s := range steps {
		c := &Commit{
			Tag: s.Name, Title: s.Title, Parent: hex.EncodeToString(parent),
			Message: message(s),
			Tree:    s.End.With(readme(title, steps, i)),
			before:  before, seconds: seconds(i),
		}
		parent = o.commit(o.tree(c.Tree), parent, c.seconds, c.Message)
		c.Hash = hex.EncodeToString(parent)
		before = c.Tree
		out = append(out, c)
	}
	return out
}

// Hashes returns the hashes of the steps' commits by their tags, in a
// repository with SHA-1 names, as most are.
func Hashes(p *tangle.Program, title string) map[string]string {
	hashes := map[string]string{}
	for _, c := range Commits(p, title, sha1.New) {
		hashes[c.Tag] = c.Hash
	}
	return hashes
}

// seconds returns the date of step i. It has to be the same everywhere, and
// to grow, so that git log shows the steps in their order.
func seconds(i int) int64 { return 1767225600 + 60*int64(i) } // from 2026 on, a minute each
