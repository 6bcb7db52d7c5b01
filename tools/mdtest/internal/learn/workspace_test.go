package learn_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/learn"
)

// TestReadingSurvivesAnEditorsTemporaryFiles reads while files come and go,
// as they do beside a file that an editor saves.
func TestReadingSurvivesAnEditorsTemporaryFiles(t *testing.T) {
	w := &learn.Workspace{Dir: t.TempDir()}
	code := filepath.Join(w.Dir, "code")
	require.NoError(t, os.Mkdir(code, 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(code, "a.go"), []byte("package a\n"), 0o666))
	stop := make(chan bool)
	defer func() { stop <- true }()
	go func() {
		for name := filepath.Join(code, "4913"); ; {
			select {
			case <-stop:
				return
			default:
				_ = os.WriteFile(name, nil, 0o666)
				_ = os.Remove(name)
			}
		}
	}()
	for end := time.Now().Add(200 * time.Millisecond); time.Now().Before(end); {
		mine, err := w.Read()
		require.NoError(t, err)
		require.NotNil(t, mine.Get("code/a.go"))
	}
}
