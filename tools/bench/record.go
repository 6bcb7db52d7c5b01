package main

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

// heading says when, where and with what a table was measured.
func heading(versions []string, rounds, layouts int, began string) string {
	return fmt.Sprintf("%s, %s/%s, %d cores (%s)\n%s\n%d rounds of %d layouts, load average %s before, %s after\n\n",
		time.Now().Format(time.DateOnly), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), cpu(),
		wrap(versions), rounds, layouts, began, load())
}

// wrap joins versions by commas, in lines of at most 72 columns.
func wrap(versions []string) string {
	text, column := "", 0
	for i, v := range versions {
		switch {
		case i == 0:
		case column+len(", ")+len(v) >= 72:
			text, column = text+",\n", 0
		default:
			text, column = text+", ", column+len(", ")
		}
		text, column = text+v, column+len(v)
	}
	return text
}

// versions returns those of Go, and of the named modules that the
// program is made of.
func versions(program string, modules ...string) ([]string, error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return nil, err
	}
	all := []string{info.GoVersion}
	for _, m := range info.Deps {
		if slices.Contains(modules, m.Path) {
			all = append(all, strings.TrimPrefix(m.Path, "github.com/")+" "+m.Version)
		}
	}
	return all, nil
}

// load returns the load average of the last minute, where it is known.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(text), " ")
	return first
}

func cpu() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(text)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "unknown"
}

// write writes a table for the chapters, and shows it.
func write(path, text string) error {
	fmt.Println(text)
	return os.WriteFile(path, []byte(text), 0o666)
}
