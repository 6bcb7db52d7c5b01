package main_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"byhand/tools/mdtest/internal/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"mdtest": func() { os.Exit(cli.Main(os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs testdata/NAME.txtar: a small book, and what mdtest makes
// of it. Each is named after the one behaviour that it tests.
//
// The commands beyond testscript's own:
//
//	fails STATUS CMD ARG…  CMD exits with STATUS, and no file of the book
//	                       has changed
//	keeps CMD ARG…         CMD succeeds, and no file of the book has changed
//	make FILE TEXT…        FILE holds the texts, each a string of Go without
//	                       its quotes (\r, \xff); *N repeats the one before
//	replace FILE OLD NEW   OLD, which stands in FILE once, becomes NEW; \n
//	                       is a newline
//
// $GO and $MDTEST are the commands, for scripts that set another PATH.
// A script without a go.mod or book/SUMMARY.md gets one; the summary lists
// the chapters there are. So that nothing is asked of the network, books
// import the standard library and themselves.
func TestScripts(t *testing.T) {
	vars := goVars(t)
	testscript.Run(t, testscript.Params{
		Dir:   "testdata",
		Setup: func(env *testscript.Env) error { return setup(env, vars) },
		Condition: func(cond string) (bool, error) {
			if cond != "rustc" {
				return false, fmt.Errorf("unknown condition %s", cond)
			}
			_, err := exec.LookPath("rustc")
			return err == nil, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fails": fails, "keeps": keeps, "make": makeFile, "replace": replace,
		},
		RequireUniqueNames: true,
	})
}

// goVars returns the settings that find Go and Rust, and what they have
// built before, from a folder that is not the user's home.
func goVars(t *testing.T) []string {
	names := []string{
		"GOCACHE", "GOMODCACHE", "GOPATH", "GOPROXY", "GOSUMDB", "GOFLAGS",
		"GOTOOLCHAIN", "GONOSUMDB", "GOPRIVATE",
	}
	out, err := exec.Command("go", append([]string{"env"}, names...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var vars []string
	for i, val := range strings.Split(strings.TrimSuffix(string(out), "\n"), "\n") {
		vars = append(vars, names[i]+"="+val)
	}
	home, _ := os.UserHomeDir()
	for name, dir := range map[string]string{"RUSTUP_HOME": ".rustup", "CARGO_HOME": ".cargo"} {
		val := os.Getenv(name)
		if val == "" {
			val = filepath.Join(home, dir)
		}
		if _, err := os.Stat(val); err == nil {
			vars = append(vars, name+"="+val)
		}
	}
	return vars
}

func setup(env *testscript.Env, vars []string) error {
	env.Vars = append(env.Vars, vars...)
	for _, cmd := range []string{"go", "mdtest"} {
		if name, err := exec.LookPath(cmd); err == nil {
			env.Setenv(strings.ToUpper(cmd), name)
		}
	}
	env.Setenv("HOME", filepath.Join(env.WorkDir, ".home"))
	env.Setenv("MDTEST_CACHE", filepath.Join(env.WorkDir, ".cache"))
	err := preset(filepath.Join(env.WorkDir, "go.mod"), "module byhand\n\ngo 1.26.0\n")
	chapters, _ := filepath.Glob(filepath.Join(env.WorkDir, "chapters", "*.md"))
	summary := "# A small book\n\n"
	for _, c := range chapters {
		name := filepath.Base(c)
		summary += fmt.Sprintf("- [%s](../chapters/%s)\n", name, name)
	}
	return errors.Join(err, preset(filepath.Join(env.WorkDir, "book", "SUMMARY.md"), summary))
}

// preset writes a file that a script doesn't bring.
func preset(name, text string) error {
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(text), 0o666)
}

func fails(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fails STATUS CMD ARG…")
	}
	status, err := strconv.Atoi(args[0])
	ts.Check(err)
	unchanged(ts, status, args[1:])
}

func keeps(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: keeps CMD ARG…")
	}
	unchanged(ts, 0, args)
}

// unchanged runs a command that must exit with status and change no file.
func unchanged(ts *testscript.TestScript, status int, args []string) {
	before := snapshot(ts)
	err := ts.Exec(args[0], args[1:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != status {
		ts.Fatalf("exit status %d, want %d", got, status)
	}
	after := snapshot(ts)
	for name := range maps.Keys(after) {
		if _, ok := before[name]; !ok {
			ts.Fatalf("%s is new", name)
		}
	}
	for name, sum := range before {
		if after[name] != sum {
			ts.Fatalf("%s has changed", name)
		}
	}
}

// snapshot hashes the script's files, less those whose name has a dot in
// front.
func snapshot(ts *testscript.TestScript) map[string][32]byte {
	sums := map[string][32]byte{}
	root := ts.Getenv("WORK")
	ts.Check(filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && slices.Contains([]string{".cache", ".tmp", ".home"}, e.Name()):
			return fs.SkipDir
		case e.IsDir():
			return nil
		}
		data, err := os.ReadFile(name)
		sums[name] = sha256.Sum256(data)
		return err
	}))
	return sums
}

func makeFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: make FILE TEXT…")
	}
	var b bytes.Buffer
	last := ""
	for _, arg := range args[1:] {
		if n, ok := strings.CutPrefix(arg, "*"); ok {
			times, err := strconv.Atoi(n)
			ts.Check(err)
			b.WriteString(strings.Repeat(last, times-1))
			continue
		}
		s, err := strconv.Unquote(`"` + strings.ReplaceAll(arg, `"`, `\"`) + `"`)
		ts.Check(err)
		b.WriteString(s)
		last = s
	}
	name := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o777))
	ts.Check(os.WriteFile(name, b.Bytes(), 0o666))
}

func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	for i, arg := range args {
		args[i] = strings.ReplaceAll(arg, `\n`, "\n")
	}
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, args[1]); n != 1 {
		ts.Fatalf("%q stands %d times in %s", args[1], n, args[0])
	}
	text = strings.Replace(text, args[1], args[2], 1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}
