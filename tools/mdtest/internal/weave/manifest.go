package weave

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"byhand/tools/mdtest/internal/disk"
)

// manifestName is the file of a site's folder that says what Write left
// there: a stamp, then a line for each file.
const manifestName = ".mdtest"

type manifest struct {
	stamp string // of what the site was made from; empty if it is not whole
	files map[string]fileState
}

// fileState tells a file from one that was changed since.
type fileState struct{ size, modified int64 }

// Fresh reports whether dir holds the site that Write left there under the
// same stamp, and no file of it has been touched since.
func Fresh(dir, stamp string) bool {
	m := readManifest(dir)
	if stamp == "" || m.stamp != stamp {
		return false
	}
	for name, state := range m.files {
		if now, err := stateOf(dir, name); err != nil || now != state {
			return false
		}
	}
	return true
}

func stateOf(dir, name string) (fileState, error) {
	info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		return fileState{}, err
	}
	return fileState{info.Size(), info.ModTime().UnixNano()}, nil
}

// readManifest reads what it can understand: without one, nothing is known
// of the folder. No line leads out of the folder.
func readManifest(dir string) manifest {
	m := manifest{files: map[string]fileState{}}
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return m
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	if lines.Scan() {
		m.stamp = lines.Text()
	}
	for lines.Scan() {
		fields := strings.SplitN(lines.Text(), " ", 3)
		if len(fields) < 3 || !filepath.IsLocal(filepath.FromSlash(fields[2])) {
			continue
		}
		size, _ := strconv.ParseInt(fields[0], 10, 64)
		modified, _ := strconv.ParseInt(fields[1], 10, 64)
		m.files[fields[2]] = fileState{size, modified}
	}
	return m
}

func (m manifest) write(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	var b bytes.Buffer
	fmt.Fprintln(&b, m.stamp)
	for _, name := range slices.Sorted(maps.Keys(m.files)) {
		fmt.Fprintln(&b, m.files[name].size, m.files[name].modified, name)
	}
	return disk.WriteFile(filepath.Join(dir, manifestName), b.Bytes())
}
