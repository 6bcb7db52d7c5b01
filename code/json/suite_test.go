package json_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"byhand/code/json"
)

// TestSuite runs the folder test_parsing of JSONTestSuite, if
// $JSON_TEST_SUITE names it. Two of its inputs have a key twice, which
// the RFC discourages and doesn't forbid.
func TestSuite(t *testing.T) {
	dir := os.Getenv("JSON_TEST_SUITE")
	if dir == "" {
		t.Skip("JSON_TEST_SUITE names no folder")
	}
	files, err := filepath.Glob(filepath.Join(dir, "[yn]_*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files, "no y_*.json or n_*.json in %s", dir)
	for _, name := range files {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		_, err = json.From[json.Value](b, json.AllowDuplicateKeys())
		accepted := filepath.Base(name)[0] == 'y'
		require.Equal(t, accepted, err == nil, "%s: %v", name, err)
	}
	t.Log(len(files), "files")
}
