package run

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"byhand/tools/mdtest/internal/tangle"
)

// scriptResult is what became of a testscript block.
type scriptResult struct {
	OK   bool
	Log  string
	Line int  // of the block, where it failed
	Late bool // it was stopped: it did not end in time
	Made map[string]string
}

var scriptLine = regexp.MustCompile(`FAIL: \S+?block\.txtar:(\d+):`)

// script runs a testscript block in a slot, or remembers what came of it.
// The script's folder is the tree, and $WORK one beside it for its files.
func (r *Runner) script(ctx context.Context, c *tangle.Check) (*scriptResult, error) {
	parts := append([]string{"script", c.Tree.Hash(), c.Block.Text()}, c.Makes...)
	key := r.store.key(parts...)
	res := &scriptResult{}
	if r.store.get(key, res) {
		return res, nil
	}
	s, err := r.slots.lease(ctx)
	if err != nil {
		return nil, err
	}
	defer r.slots.release(s)
	if err := s.fill(c.Tree); err != nil {
		return nil, err
	}
	dir := filepath.Join(s.dir, "tmp")
	file := filepath.Join(dir, "block.txtar")
	if err := os.WriteFile(file, []byte(c.Block.Text()), 0o666); err != nil {
		return nil, err
	}
	t := &plainT{}
	testscript.RunT(t, testscript.Params{
		Files: []string{file}, WorkdirRoot: dir,
		Deadline: time.Now().Add(r.opts.Timeout),
		Setup:    func(env *testscript.Env) error { return r.setup(env, s) },
	})
	res = readScript(t.failed, s.relative(t.log.String()))
	var made shellResult
	made.look(s, c.Makes)
	res.Made = made.Made
	if !res.Late && ctx.Err() == nil {
		r.store.put(key, res)
	}
	return res, ctx.Err()
}

// setup confines the goroutine that runs the script, and whatever it
// starts, to the slot: its thread ends with it.
func (r *Runner) setup(env *testscript.Env, s *slot) error {
	env.Vars = append(env.Vars, r.env.with(s.env()...)...)
	env.Cd = s.tree()
	runtime.LockOSThread()
	confine(append([]string{s.dir}, r.env.dirs...))
	return nil
}

func readScript(failed bool, log string) *scriptResult {
	res := &scriptResult{OK: !failed, Log: log}
	res.Late = failed && strings.Contains(log, "test timed out while running command")
	if m := scriptLine.FindStringSubmatch(log); m != nil {
		res.Line, _ = strconv.Atoi(m[1])
	}
	return res
}
