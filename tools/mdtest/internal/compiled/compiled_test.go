package compiled

import (
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// module makes a module of its own.
func module(t *testing.T) string {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module m\n\ngo 1.26\n"), 0o666))
	return dir
}

func TestPackagesAreImportedWithTypesAndComments(t *testing.T) {
	fset := token.NewFileSet()
	i := New(fset, module(t), t.TempDir())
	i.Want([]string{"C", "errors", "strings", "unsafe"})
	for _, path := range []string{"strings", "errors", "cmp"} { // cmp was not announced
		_, err := i.Import(path)
		require.NoError(t, err)
	}
	pkg, _ := i.Import("strings")
	obj := pkg.Scope().Lookup("Cut")
	require.Equal(t, "func(s string, sep string) (before string, after string, found bool)",
		types.TypeString(obj.Type(), nil))
	require.Contains(t, i.Comment(fset.Position(obj.Pos())), "Cut slices s around the first instance of sep")
	text, doc := i.Builtin("cap")
	require.Equal(t, "func cap(v Type) int", text)
	require.Contains(t, doc, "capacity of v")
	text, _ = i.Builtin("nothing")
	require.Empty(t, text)
	require.Empty(t, i.Comment(token.Position{Filename: "nowhere.go", Line: 7}))
	require.NoError(t, i.Err())
}

func TestTheGoCommandIsAskedOnceUntilAFileIsGone(t *testing.T) {
	root, cache := module(t), t.TempDir()
	first := New(token.NewFileSet(), root, cache)
	first.Want([]string{"errors"})

	again := New(token.NewFileSet(), root, cache)
	key := again.key([]string{"errors"})
	known, ok := again.recall(key, []string{"errors"})
	require.True(t, ok)
	require.Equal(t, first.found, known)

	known.Files["errors"] = filepath.Join(cache, "gone")
	again.remember(key, known)
	_, ok = again.recall(key, []string{"errors"})
	require.False(t, ok)
	_, err := again.Import("errors")
	require.NoError(t, err)
	_, ok = again.recall(key, []string{"errors"})
	require.True(t, ok, "what was found instead is remembered")

	require.NoError(t, os.WriteFile(again.file(key), []byte("{"), 0o666))
	_, ok = again.recall(key, []string{"errors"})
	require.False(t, ok, "a damaged answer is none")

	require.NoError(t, os.WriteFile(filepath.Join(root, "go.sum"), []byte("x"), 0o666))
	require.NotEqual(t, key, again.key([]string{"errors"}))
}

func TestAPackageThatIsNotThereIsNoErrorOfTheOthers(t *testing.T) {
	i := New(token.NewFileSet(), module(t), t.TempDir())
	i.Want([]string{"errors", "m/nothing", "no/such/package"})
	_, err := i.Import("errors")
	require.NoError(t, err)
	_, err = i.Import("no/such/package")
	require.EqualError(t, err, "no/such/package: not compiled")
	require.NoError(t, i.Err())
	_, err = os.Stat(filepath.Join(i.cache, "exports"))
	require.ErrorIs(t, err, os.ErrNotExist, "half an answer is not remembered")
}

func TestWhatIsNoPackageIsNotAskedFor(t *testing.T) {
	i := New(token.NewFileSet(), module(t), t.TempDir())
	odd := []string{"", "C", "unsafe", "all", "std", "./x", "../..", "/etc", "x/...", "-toolexec=x", "a.go", "a b", "a@latest"}
	i.Want(odd)
	require.Empty(t, i.found.Files)
	for _, path := range odd {
		_, err := i.Import(path)
		require.ErrorContains(t, err, "not compiled", path)
	}
}

func TestWithoutTheGoCommandNothingIsKnown(t *testing.T) {
	t.Setenv("PATH", "")
	i := New(token.NewFileSet(), t.TempDir(), t.TempDir())
	i.Want([]string{"errors"})
	_, err := i.Import("errors")
	require.EqualError(t, err, "errors: not compiled")
	require.ErrorContains(t, i.Err(), "go")
	text, _ := i.Builtin("cap")
	require.Empty(t, text)
}
