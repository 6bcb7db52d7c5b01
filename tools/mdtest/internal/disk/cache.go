package disk

import (
	"os"
	"path/filepath"
)

// CacheDir makes the folder that remembers what was found out, and returns
// its path without links: dir, or one in the user's cache folder if dir is
// empty.
func CacheDir(dir string) (string, error) {
	dir, err := CacheName(dir)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return "", err
	}
	return filepath.Abs(dir)
}

// CacheName returns the path that CacheDir makes, and makes nothing.
func CacheName(dir string) (string, error) {
	if dir != "" {
		return dir, nil
	}
	user, err := os.UserCacheDir()
	return filepath.Join(user, "mdtest"), err
}
