package run

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"byhand/tools/mdtest/internal/disk"
)

// source is this package's own code: a result is worth remembering only as
// long as it would come out the same.
//
//go:embed *.go
var source embed.FS

var ownHash = sync.OnceValue(func() string {
	h := sha256.New()
	entries, _ := source.ReadDir(".")
	for _, e := range entries {
		data, _ := source.ReadFile(e.Name())
		h.Write(data)
	}
	return hex.EncodeToString(h.Sum(nil))
})

// store remembers results under the hash of all they depend on.
type store struct {
	dir   string
	base  string // what every result depends on
	fresh bool   // look up nothing
}

// key hashes what a result depends on.
func (s *store) key(parts ...string) string {
	sum := sha256.Sum256([]byte(s.base + "\x00" + strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

func (s *store) file(key string) string {
	return filepath.Join(s.dir, key[:2], key[2:]+".json")
}

// get reads the result under key into v. A damaged file is no result.
func (s *store) get(key string, v any) bool {
	if s.fresh {
		return false
	}
	name := s.file(key)
	data, err := os.ReadFile(name)
	if err != nil || json.Unmarshal(data, v) != nil {
		return false
	}
	touch(name)
	return true
}

// put remembers v. That it can't is no error: the next run is slower.
func (s *store) put(key string, v any) {
	data, err := json.Marshal(v)
	if err != nil {
		return
	}
	name := s.file(key)
	if os.MkdirAll(filepath.Dir(name), 0o777) != nil {
		return
	}
	_ = disk.WriteFile(name, data)
}
