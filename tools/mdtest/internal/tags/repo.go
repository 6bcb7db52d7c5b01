package tags

import (
	"bytes"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// Repo is the git repository that a folder is in.
type Repo struct {
	dir  string
	Hash func() hash.Hash // of its objects
}

// Open finds the repository that dir is in.
func Open(ctx context.Context, dir string) (*Repo, error) {
	r := &Repo{dir: dir, Hash: sha1.New}
	format, err := r.git(ctx, nil, "rev-parse", "--show-object-format")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("tags are git's, and there is no git command here")
	case err != nil:
		return nil, fmt.Errorf("no git repository to tag: %w", err)
	case strings.TrimSpace(format) == "sha256":
		r.Hash = sha256.New
	}
	return r, nil
}

// elsewhere names the variables that make git work on another repository,
// index or folder than those of the folder it is started in. Hooks have them
// set.
var elsewhere = []string{
	"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE",
	"GIT_IMPLICIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
}

// git runs git in the repository and returns what it prints, whatever the
// user has set that would change how commits are read.
func (r *Repo) git(ctx context.Context, in io.Reader, args ...string) (string, error) {
	plain := []string{"-c", "trailer.separators=:", "-c", "log.showSignature=false"}
	cmd := exec.CommandContext(ctx, "git", append(plain, args...)...)
	cmd.Dir, cmd.Stdin = r.dir, in
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains(elsewhere, name)
	})
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		var exit *exec.ExitError
		if said := strings.TrimSpace(errs.String()); errors.As(err, &exit) && said != "" {
			return "", fmt.Errorf("git %s: %s", args[0], said)
		}
		return "", fmt.Errorf("git %s: %w", args[0], err)
	}
	return out.String(), nil
}

// ref is a tag or branch as the repository has it.
type ref struct {
	object string
	ours   string // the step whose commit it is; empty if it is not one
	at     string // the worktree that has it checked out, or empty
}

const (
	tagPrefix = "refs/tags/"
	branchRef = "refs/heads/" + Branch
)

// refs returns the tags and the branch of the steps, by full name.
func (r *Repo) refs(ctx context.Context) (map[string]ref, error) {
	const format = "%(refname)%00%(objecttype)%00%(objectname)%00%(committername) %(committeremail)%00" +
		"%(contents:trailers:key=" + trailer + ",valueonly,separator=)%00%(worktreepath)"
	out, err := r.git(ctx, nil, "for-each-ref", "--format="+format, tagPrefix, "refs/heads/"+Branch)
	if err != nil {
		return nil, err
	}
	refs := map[string]ref{}
	for _, line := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		f := strings.Split(line, "\x00")
		if len(f) != 6 {
			continue
		}
		x := ref{object: f[2], at: f[5]}
		if f[1] == "commit" && f[3] == fmt.Sprintf("%s <%s>", whoName, whoEmail) {
			x.ours = strings.TrimSpace(f[4])
		}
		refs[f[0]] = x
	}
	return refs, nil
}
