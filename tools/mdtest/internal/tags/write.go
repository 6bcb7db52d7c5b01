package tags

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"time"
)

// importRef is where an import puts its commits until the refs move.
const importRef = "refs/mdtest/import"

// Write gives every step its tag, moves those of steps that have changed,
// drops those of steps that are gone, and moves the branch: all of it or,
// with an error, nothing. What another run does at the same time is as good.
func (r *Repo) Write(ctx context.Context, commits []*Commit, s *Status) error {
	err := r.write(ctx, commits, s)
	for try := 1; err != nil && try <= 5 && ctx.Err() == nil; try++ {
		time.Sleep(time.Duration(try) * 20 * time.Millisecond)
		now, serr := r.Status(ctx, commits)
		if serr != nil {
			return serr
		}
		if now.OK() {
			return nil
		}
		err = r.write(ctx, commits, now)
	}
	return err
}

func (r *Repo) write(ctx context.Context, commits []*Commit, s *Status) error {
	missing, err := r.missing(ctx, commits)
	if err != nil {
		return err
	}
	if len(missing) > 0 {
		defer func() { // with an error, another run has done it
			_, _ = r.git(context.WithoutCancel(ctx), nil, "update-ref", "-d", importRef)
		}()
		if _, err := r.git(ctx, stream(missing), "fast-import", "--quiet", "--force", "--date-format=raw"); err != nil {
			return err
		}
	}
	return r.move(ctx, s)
}

// missing returns the commits that the repository lacks.
func (r *Repo) missing(ctx context.Context, commits []*Commit) ([]*Commit, error) {
	var in bytes.Buffer
	for _, c := range commits {
		in.WriteString(c.Hash + "\n")
	}
	out, err := r.git(ctx, &in, "cat-file", "--batch-check")
	if err != nil {
		return nil, err
	}
	var missing []*Commit
	lines := strings.Split(out, "\n")
	for i, c := range commits {
		if !strings.HasSuffix(lines[i], " missing") {
			continue
		}
		missing = append(missing, c)
	}
	return missing, nil
}

// stream writes commits as git-fast-import(1) reads them.
func stream(commits []*Commit) *bytes.Buffer {
	var b bytes.Buffer
	marks := map[string]int{}
	for i, c := range commits {
		marks[c.Hash] = i + 1
		fmt.Fprintf(&b, "commit %s\nmark :%d\n", importRef, i+1)
		fmt.Fprintf(&b, "author %s\ncommitter %[1]s\n", stamp(c.seconds))
		data(&b, []byte(c.Message))
		switch mark, ok := marks[c.Parent]; {
		case ok:
			fmt.Fprintf(&b, "from :%d\n", mark)
		case c.Parent != "":
			fmt.Fprintf(&b, "from %s\n", c.Parent)
		default:
			b.WriteString("deleteall\n")
		}
		for _, p := range c.before.Changed(c.Tree) {
			f := c.Tree.Get(p)
			if f == nil {
				fmt.Fprintf(&b, "D %s\n", p)
				continue
			}
			fmt.Fprintf(&b, "M 100644 inline %s\n", p)
			data(&b, f.Data())
		}
	}
	return &b
}

func data(b *bytes.Buffer, bytes []byte) {
	fmt.Fprintf(b, "data %d\n%s\n", len(bytes), bytes)
}

// move makes, moves and drops refs in one transaction. A hash that the
// import did not produce makes it fail: there is no such object.
func (r *Repo) move(ctx context.Context, s *Status) error {
	var b strings.Builder
	b.WriteString("start\n")
	update := func(name, hash string) {
		old := s.refs[name].object
		if old == "" {
			old = strings.Repeat("0", len(hash))
		}
		fmt.Fprintf(&b, "update %s %s %s\n", name, hash, old)
	}
	for _, c := range s.Missing {
		update(tagPrefix+c.Tag, c.Hash)
	}
	for _, c := range s.Stale {
		update(tagPrefix+c.Tag, c.Hash)
	}
	for _, tag := range s.Dropped {
		fmt.Fprintf(&b, "delete %s %s\n", tagPrefix+tag, s.refs[tagPrefix+tag].object)
	}
	if !s.Branch {
		update(branchRef, s.last.Hash)
	}
	b.WriteString("prepare\ncommit\n")
	_, err := r.git(ctx, strings.NewReader(b.String()), "update-ref", "--stdin")
	return err
}
