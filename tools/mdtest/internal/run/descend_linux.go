package run

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// adopt makes this process the parent of whatever its descendants leave
// behind.
func adopt() { _ = unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) }

// process is a line of the process table.
type process struct {
	pid, parent int
	zombie      bool
}

// descendants returns the processes below this one.
func descendants() []process {
	var all []process
	entries, _ := os.ReadDir("/proc")
	for _, e := range entries {
		if pid, err := strconv.Atoi(e.Name()); err == nil {
			if p, ok := readStat(pid); ok {
				all = append(all, p)
			}
		}
	}
	below := map[int]bool{os.Getpid(): true}
	var out []process
	for n := -1; n != len(out); { // until nobody's parent is found any more
		n = len(out)
		for _, p := range all {
			if below[p.parent] && !below[p.pid] {
				below[p.pid] = true
				out = append(out, p)
			}
		}
	}
	return out
}

// readStat reads /proc/PID/stat: pid (name) state parent …
func readStat(pid int) (process, bool) {
	data, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	i := bytes.LastIndexByte(data, ')')
	if err != nil || i < 0 {
		return process{}, false
	}
	f := strings.Fields(string(data[i+1:]))
	if len(f) < 2 {
		return process{}, false
	}
	parent, _ := strconv.Atoi(f[1])
	return process{pid, parent, f[0] == "Z" || f[0] == "X"}, true
}

// usage returns how many processes run below this one, and how many bytes
// of memory they have resident. Pages that several share count for each.
func usage() (n int, memory int64) {
	for _, p := range descendants() {
		if p.zombie {
			continue
		}
		n++
		data, _ := os.ReadFile("/proc/" + strconv.Itoa(p.pid) + "/statm")
		if f := strings.Fields(string(data)); len(f) > 1 {
			pages, _ := strconv.ParseInt(f[1], 10, 64)
			memory += pages * int64(os.Getpagesize())
		}
	}
	return n, memory
}

// sweep kills all processes below this one, and returns when none runs, or
// when it has tried for long. What is dead and not waited for stays.
func sweep() {
	for end := time.Now().Add(grace); time.Now().Before(end); {
		left := 0
		for _, p := range descendants() {
			if !p.zombie {
				left++
				_ = unix.Kill(p.pid, unix.SIGKILL)
			}
		}
		if left == 0 {
			return
		}
		time.Sleep(time.Millisecond)
	}
}
