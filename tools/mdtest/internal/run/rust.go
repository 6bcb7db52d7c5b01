package run

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"byhand/tools/mdtest/internal/chapter"
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
	OK     bool
	Text   string
	Faults []rustFault
}

// rustFault is one error of rustc's.
type rustFault struct {
	Code string // E0499; the message of one without a code
	Line int    // of the block; 0 if it names none
}

// codes returns the faults' codes, sorted, each once.
func (v rustVerdict) codes() []string {
	var codes []string
	for _, f := range v.Faults {
		codes = append(codes, f.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

var (
	rustError = regexp.MustCompile(`^error(?:\[(E\d{4})\])?: (.*)$`)
	rustPlace = regexp.MustCompile(`^\s*--> \S*?main\.rs:(\d+):`)
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
	s, err := r.slots.lease(ctx)
	if err != nil {
		return v, err
	}
	defer r.slots.release(s)
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
	for line := range strings.Lines(out.Out) {
		line = strings.TrimSuffix(line, "\n")
		last := len(v.Faults) - 1
		if m := rustError.FindStringSubmatch(line); m != nil {
			if !strings.HasPrefix(m[2], "aborting due to") {
				v.Faults = append(v.Faults, rustFault{Code: cmp.Or(m[1], "error: "+m[2])})
			}
		} else if m := rustPlace.FindStringSubmatch(line); m != nil && last >= 0 && v.Faults[last].Line == 0 {
			v.Faults[last].Line, _ = strconv.Atoi(m[1])
		}
	}
	return v
}

// judgeRust compares what rustc says with what the page says.
func judgeRust(c *tangle.Check, v rustVerdict) []*diag.Error {
	b := c.Block
	want := slices.Sorted(slices.Values(b.Codes))
	switch {
	case !b.Fails && !v.OK:
		e := &diag.Error{Pos: b.Pos(), Msg: "rustc rejects it", Detail: v.Text}
		if len(v.Faults) > 0 {
			e.Pos = rustPos(b, v.Faults[0])
		}
		return []*diag.Error{e}
	case b.Fails && v.OK:
		return []*diag.Error{diag.Errorf(b.Pos(), "rustc accepts it; the page says that it does not (%s)", strings.Join(b.Codes, ", "))}
	case b.Fails && !slices.Equal(want, v.codes()):
		return otherFaults(b, v)
	}
	return nil
}

// otherFaults says that rustc gives other errors than the page: at the
// block, whose codes are wrong or not given, and at each line that rustc
// has another complaint about.
func otherFaults(b *chapter.Block, v rustVerdict) []*diag.Error {
	errs := []*diag.Error{{
		Pos: b.Pos(),
		Msg: fmt.Sprintf("rustc rejects it with %s; the page says %s",
			strings.Join(v.codes(), ", "), strings.Join(b.Codes, ", ")),
		Detail: v.Text,
	}}
	for _, f := range v.Faults {
		if pos := rustPos(b, f); pos != b.Pos() && !slices.Contains(b.Codes, f.Code) {
			errs = append(errs, diag.Errorf(pos, "rustc complains of this line: %s", f.Code))
		}
	}
	return errs
}

// rustPos returns where a fault is in the chapter.
func rustPos(b *chapter.Block, f rustFault) diag.Pos {
	if f.Line < 1 || f.Line > len(b.Lines) {
		return b.Pos()
	}
	return b.PosAt(f.Line - 1)
}
