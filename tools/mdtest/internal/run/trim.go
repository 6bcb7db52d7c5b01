package run

import (
	"os"
	"path/filepath"
	"time"
)

// How long what nobody asks for stays in the cache folder, and how often
// the tool looks, as Go's own cache does it.
const (
	keepFor   = 30 * 24 * time.Hour
	trimEvery = 24 * time.Hour
)

// trim removes results and package versions that were not used for a
// month. That it can't is no error: the folder stays larger.
func trim(cache string, now time.Time) {
	stamp := filepath.Join(cache, "trimmed")
	if info, err := os.Stat(stamp); err == nil && now.Sub(info.ModTime()) < trimEvery {
		return
	}
	for _, pattern := range []string{"results/*/*", "module-*/v/*", "scripts/*", "ledger/*", "exports/*"} {
		names, _ := filepath.Glob(filepath.Join(cache, pattern))
		for _, name := range names {
			if info, err := os.Stat(name); err == nil && now.Sub(info.ModTime()) > keepFor {
				_ = os.RemoveAll(name)
			}
		}
	}
	_ = os.WriteFile(stamp, nil, 0o666)
}

// touch notes that a file was used, once a day.
func touch(name string) {
	now := time.Now()
	if info, err := os.Stat(name); err == nil && now.Sub(info.ModTime()) > trimEvery {
		_ = os.Chtimes(name, now, now)
	}
}
