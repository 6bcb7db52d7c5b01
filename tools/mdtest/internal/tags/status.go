package tags

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Status is how a repository's tags compare with the book's steps.
type Status struct {
	Current []*Commit // tagged as they should be
	Missing []*Commit // without a tag
	Stale   []*Commit // whose tag is on an earlier text of the step
	Dropped []string  // tags of steps that the book no longer has
	Branch  bool      // the branch is where it should be
	refs    map[string]ref
	last    *Commit
}

// OK reports whether there is nothing to do.
func (s *Status) OK() bool {
	return s.Branch && len(s.Missing)+len(s.Stale)+len(s.Dropped) == 0
}

// Taken is the error of names that somebody else has given to something.
type Taken []string

func (t Taken) Error() string {
	return strings.Join(t, "\n")
}

// Status compares the repository with the steps. A name that is taken by
// what mdtest did not make is an error of type Taken.
func (r *Repo) Status(ctx context.Context, commits []*Commit) (*Status, error) {
	refs, err := r.refs(ctx)
	if err != nil {
		return nil, err
	}
	s := &Status{refs: refs, Branch: len(commits) == 0}
	var taken Taken
	steps := map[string]bool{}
	for _, c := range commits {
		steps[c.Tag] = true
		have, ok := refs[tagPrefix+c.Tag]
		switch {
		case !ok:
			s.Missing = append(s.Missing, c)
		case have.object == c.Hash:
			s.Current = append(s.Current, c)
		case have.ours == c.Tag:
			s.Stale = append(s.Stale, c)
		default:
			taken = append(taken, fmt.Sprintf("the tag %s is not one that mdtest made; rename it: git tag NAME %[1]s && git tag -d %[1]s", c.Tag))
		}
		s.last = c
	}
	for _, name := range slices.Sorted(maps.Keys(refs)) {
		tag, isTag := strings.CutPrefix(name, tagPrefix)
		if isTag && refs[name].ours == tag && !steps[tag] {
			s.Dropped = append(s.Dropped, tag)
		}
	}
	taken = append(taken, s.clashes(steps)...)
	taken = append(taken, s.branch()...)
	if len(taken) > 0 {
		return nil, taken
	}
	return s, nil
}

// clashes returns the tags that would be a folder of a step's, or the other
// way round: git can't keep both.
func (s *Status) clashes(steps map[string]bool) Taken {
	var taken Taken
	folders := map[string]bool{}
	for tag := range steps {
		chapter, _, _ := strings.Cut(tag, "/")
		folders[chapter] = true
	}
	for _, name := range slices.Sorted(maps.Keys(s.refs)) {
		tag, isTag := strings.CutPrefix(name, tagPrefix)
		i := strings.LastIndexByte(tag, '/')
		if isTag && (folders[tag] || i > 0 && steps[tag[:i]]) {
			taken = append(taken, fmt.Sprintf("the tag %s stands in the way of the steps' tags; rename it: git tag NAME %[1]s && git tag -d %[1]s", tag))
		}
	}
	return taken
}

// branch looks at the steps' branch, which may be somebody's own.
func (s *Status) branch() Taken {
	if s.last == nil {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(s.refs)) {
		if strings.HasPrefix(name, branchRef+"/") {
			return Taken{fmt.Sprintf("the branch %s stands in the way of the steps' branch %s; rename it: git branch -m %[1]s NAME",
				strings.TrimPrefix(name, "refs/heads/"), Branch)}
		}
	}
	have, ok := s.refs[branchRef]
	switch {
	case !ok:
	case have.object == s.last.Hash:
		s.Branch = true
	case have.ours == "":
		return Taken{fmt.Sprintf("the branch %s is not one that mdtest made; rename it: git branch -m %[1]s NAME", Branch)}
	case have.at != "":
		return Taken{fmt.Sprintf("the branch %s is checked out in %s, where moving it would change your files; check out a tag there instead", Branch, have.at)}
	}
	return nil
}
