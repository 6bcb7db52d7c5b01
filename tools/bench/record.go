package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// heading says when, where and with what a table was measured.
func heading(rounds int, rust, began string) string {
	versions := []string{runtime.Version()}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Replace == nil && m.Path == "github.com/samber/lo" {
				versions = append(versions, "samber/lo "+m.Version)
			}
		}
	}
	if rust != "" {
		versions = append(versions, rust)
	}
	return fmt.Sprintf("%s, %s/%s, %d cores (%s)\n%s\n%d rounds of %d layouts, load average %s before, %s after\n\n",
		time.Now().Format(time.DateOnly), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), cpu(),
		strings.Join(versions, ", "), rounds, layouts, began, load())
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
