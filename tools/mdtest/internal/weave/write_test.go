package weave

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestWriteKeepsWhatIsRight(t *testing.T) {
	dir := t.TempDir()
	site := Site{"a.html": []byte("a"), "files/b.html": []byte("b")}
	require.NoError(t, site.Write(dir, "one"))
	long := time.Now().Add(-time.Hour).Truncate(time.Second)
	for name := range site {
		require.NoError(t, os.Chtimes(filepath.Join(dir, name), long, long))
	}
	site["files/b.html"] = []byte("changed")
	require.NoError(t, site.Write(dir, "two"))
	a, err := os.Stat(filepath.Join(dir, "a.html"))
	require.NoError(t, err)
	require.True(t, a.ModTime().Equal(long), "a page that is right is not written again")
	b, err := os.ReadFile(filepath.Join(dir, "files/b.html"))
	require.NoError(t, err)
	require.Equal(t, "changed", string(b))
}

func TestWriteRemovesOnlyWhatItWrote(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		file := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
	}
	site := Site{"a.html": nil, "old.html": nil, "files/old.html": nil, "deep/down/old.js": nil, "edited.html": nil}
	require.NoError(t, site.Write(dir, "one"))
	put("mine.html", "mine")
	put("files/mine.html", "mine")
	put("edited.html", "mine by now")
	require.NoError(t, Site{"a.html": nil}.Write(dir, "two"))
	for _, gone := range []string{"old.html", "files/old.html"} {
		require.NoFileExists(t, filepath.Join(dir, gone))
	}
	require.NoDirExists(t, filepath.Join(dir, "deep"))
	for _, stays := range []string{"a.html", "mine.html", "files/mine.html", "edited.html"} {
		require.FileExists(t, filepath.Join(dir, stays))
	}
}

// A list that somebody else wrote removes nothing outside of the folder.
func TestWriteStaysInItsFolder(t *testing.T) {
	top := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(top, "x"), nil, 0o666))
	dir := filepath.Join(top, "site")
	require.NoError(t, os.Mkdir(dir, 0o777))
	list := "stamp\n0 0 ../x\n0 0 " + filepath.Join(top, "x") + "\n0 0\nrubbish\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, manifestName), []byte(list), 0o666))
	require.NoError(t, Site{"a.html": nil}.Write(dir, "one"))
	require.FileExists(t, filepath.Join(top, "x"))
}

func TestASiteIsFreshUntilItIsTouched(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "files/b.html")
	site := Site{"a.html": []byte("a"), "files/b.html": []byte("b")}
	require.False(t, Fresh(dir, ""), "an empty folder")
	write := func() {
		require.NoError(t, site.Write(dir, "one"))
		require.True(t, Fresh(dir, "one"))
	}
	write()
	require.False(t, Fresh(dir, "two"), "made from something else")
	require.NoError(t, os.Remove(file))
	require.False(t, Fresh(dir, "one"), "a file is gone")
	write()
	require.NoError(t, os.WriteFile(file, []byte("x"), 0o666))
	long := time.Now().Add(-time.Hour)
	require.NoError(t, os.Chtimes(file, long, long))
	require.False(t, Fresh(dir, "one"), "a file is another")
	write()
	require.NoError(t, os.Remove(filepath.Join(dir, manifestName)))
	require.False(t, Fresh(dir, "one"), "nobody knows what was left there")
}
