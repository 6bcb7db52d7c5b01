package run

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestTrimKeepsWhatIsUsed(t *testing.T) {
	cache, now := t.TempDir(), time.Now()
	put := func(name string, age time.Duration) string {
		name = filepath.Join(cache, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
		require.NoError(t, os.WriteFile(name, nil, 0o666))
		require.NoError(t, os.Chtimes(name, now.Add(-age), now.Add(-age)))
		return name
	}
	old := put("results/ab/old.json", 2*keepFor)
	used := put("results/ab/used.json", 2*keepFor)
	fresh := put("results/ab/fresh.json", time.Hour)
	touch(used)

	trim(cache, now)

	require.NoFileExists(t, old)
	require.FileExists(t, used)
	require.FileExists(t, fresh)
}

func TestTrimLooksOnceADay(t *testing.T) {
	cache, now := t.TempDir(), time.Now()
	trim(cache, now)
	name := filepath.Join(cache, "results", "ab", "old.json")
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
	require.NoError(t, os.WriteFile(name, nil, 0o666))
	require.NoError(t, os.Chtimes(name, now.Add(-2*keepFor), now.Add(-2*keepFor)))

	trim(cache, now)
	require.FileExists(t, name)

	trim(cache, now.Add(2*trimEvery))
	require.NoFileExists(t, name)
}
