package run

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// goVars are the go command's settings that a result depends on; the rest
// is only passed on.
var goVars = []string{
	"GOVERSION", "GOOS", "GOARCH", "GOEXPERIMENT", "CGO_ENABLED", "GODEBUG",
}

var passed = []string{
	"GOCACHE", "GOMODCACHE", "GOPATH", "GOPROXY", "GOSUMDB", "GONOSUMDB",
	"GONOPROXY", "GOPRIVATE", "GOTOOLCHAIN", "GOROOT",
}

// fromOS is taken from the environment as it is.
var fromOS = []string{
	"PATH", "CC", "CXX", "SYSTEMROOT", "RUSTUP_HOME", "CARGO_HOME",
	"HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy",
	"no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR",
}

// environment is what the book's commands see: the same on every machine,
// as far as that can be.
type environment struct {
	vars []string
	key  string // for the store
	dirs []string
	cgo  bool // there is a C compiler
}

func newEnvironment() (*environment, error) {
	names := append(slices.Clone(goVars), passed...)
	cmd := exec.Command("go", append([]string{"env", "-json"}, names...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go env: %w\n%s", err, stderr.String())
	}
	var vals map[string]string
	if err := json.Unmarshal(out, &vals); err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	e := &environment{}
	for _, n := range goVars {
		e.key += n + "=" + vals[n] + "\n"
	}
	for _, n := range names {
		if v := vals[n]; v != "" && n != "GOVERSION" {
			e.vars = append(e.vars, n+"="+v)
		}
	}
	for _, n := range fromOS {
		if v, ok := os.LookupEnv(n); ok {
			e.vars = append(e.vars, n+"="+v)
		}
	}
	e.cgo = vals["CGO_ENABLED"] == "1"
	e.dirs = []string{vals["GOCACHE"], vals["GOMODCACHE"]}
	e.rust()
	e.vars = append(e.vars, "GOFLAGS=-buildvcs=false", "GOWORK=off",
		"GOTELEMETRY=off", "LANG=C.UTF-8", "TERM=dumb", "NO_COLOR=1")
	return e, nil
}

// rust lets rustup find its toolchains although HOME is another.
func (e *environment) rust() {
	home, err := os.UserHomeDir()
	if err != nil {
		return
	}
	for name, dir := range map[string]string{
		"RUSTUP_HOME": ".rustup", "CARGO_HOME": ".cargo",
	} {
		path := home + "/" + dir
		if _, err := os.Stat(path); err == nil && os.Getenv(name) == "" {
			e.vars = append(e.vars, name+"="+path)
		}
	}
	slices.Sort(e.vars)
}

// with returns the variables with more of them at the end.
func (e *environment) with(more ...string) []string {
	return append(slices.Clone(e.vars), more...)
}

// goVersion returns the version of the go command, for people.
func (e *environment) goVersion() string {
	v, _, _ := strings.Cut(strings.TrimPrefix(e.key, "GOVERSION="), "\n")
	return v
}
