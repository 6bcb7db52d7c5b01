package run

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"byhand/tools/mdtest/internal/diag"
	"byhand/tools/mdtest/internal/tangle"
)

// rustEdition is the edition that the book's Rust is written in.
const rustEdition = "2024"

// rustc finds the compiler and its version once; the version is empty where
// there is none.
type rustc struct {
	once    sync.Once
	version string
}

func (rc *rustc) find(env *environment) string {
	rc.once.Do(func() {
		cmd := exec.Command("rustc", "--version")
		cmd.Env = env.with("HOME=" + os.TempDir())
		if out, err := cmd.Output(); err == nil {
			rc.version = strings.TrimSpace(string(out))
		}
	})
	return rc.version
}

// rustVerdict is what rustc says of a block.
type rustVerdict struct {
	OK    bool
	Text  string
	Codes []string
	Line  int // of the first error, in the block
}

var (
	rustError = regexp.MustCompile(`(?m)^error\[(E\d{4})\]`)
	rustPlain = regexp.MustCompile(`(?m)^error: (.*)$`)
	rustPlace = regexp.MustCompile(`(?m)^\s*--> \S*?main\.rs:(\d+):`)
	rustMain  = regexp.MustCompile(`(?m)^\s*(pub )?(async )?fn main\(`)
)

// rust compiles a block, or remembers what came of it. Whether it links is
// not asked: what the book claims is that the compiler accepts it.
func (r *Runner) rust(ctx context.Context, src string) (rustVerdict, error) {
	var v rustVerdict
	key := r.store.key("rust", r.rustc.find(r.env), rustEdition, src)
	if r.store.get(key, &v) {
		return v, nil
	}
	s, err := r.lease(ctx)
	if err != nil {
		return v, err
	}
	defer r.release(s)
	tmp := filepath.Join(s.dir, "tmp")
	if err := empty(tmp); err != nil {
		return v, err
	}
	name := filepath.Join(tmp, "main.rs")
	if err := os.WriteFile(name, []byte(src), 0o666); err != nil {
		return v, err
	}
	kind := "lib"
	if rustMain.MatchString(src) {
		kind = "bin"
	}
	j := &job{
		args: []string{
			"rustc", "--edition", rustEdition, "--crate-type", kind,
			"--emit=metadata", "--out-dir", tmp, "--cap-lints=allow", "main.rs",
		},
		dir: tmp, env: r.env.with(s.env()...), timeout: r.opts.Timeout,
	}
	out, err := j.run(ctx)
	if err != nil || out.Killed != "" {
		return rustVerdict{Text: out.Killed}, err
	}
	v = readRustc(out)
	r.store.put(key, v)
	return v, nil
}

func readRustc(out outcome) rustVerdict {
	v := rustVerdict{OK: out.Code == 0, Text: out.Out}
	for _, m := range rustError.FindAllStringSubmatch(out.Out, -1) {
		if !slices.Contains(v.Codes, m[1]) {
			v.Codes = append(v.Codes, m[1])
		}
	}
	for _, m := range rustPlain.FindAllStringSubmatch(out.Out, -1) {
		if !strings.HasPrefix(m[1], "aborting due to") {
			v.Codes = append(v.Codes, "error: "+m[1])
		}
	}
	if m := rustPlace.FindStringSubmatch(out.Out); m != nil {
		fmt.Sscan(m[1], &v.Line)
	}
	slices.Sort(v.Codes)
	return v
}

// judgeRust compares what rustc says with what the page says.
func judgeRust(c *tangle.Check, v rustVerdict) *diag.Error {
	b := c.Block
	says := strings.Join(v.Codes, ", ")
	at := b.Pos()
	if v.Line > 0 && v.Line <= len(b.Lines) {
		at = b.PosAt(v.Line - 1)
	}
	want := slices.Sorted(slices.Values(b.Codes))
	switch {
	case !b.Fails && !v.OK:
		return &diag.Error{Pos: at, Msg: "rustc rejects it", Detail: v.Text}
	case b.Fails && v.OK:
		return diag.Errorf(b.Pos(), "rustc accepts it; the page says that it does not (%s)", strings.Join(b.Codes, ", "))
	case b.Fails && !slices.Equal(want, v.Codes):
		return &diag.Error{
			Pos:    b.Pos(),
			Msg:    fmt.Sprintf("rustc rejects it with %s; the page says %s", says, strings.Join(b.Codes, ", ")),
			Detail: v.Text,
		}
	}
	return nil
}
