package cli

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/fsnotify/fsnotify"
	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/learn"
)

func workspace(t *testing.T, dir string) *learn.Workspace {
	t.Helper()
	ws, err := learn.Create(dir, "book", &learn.Lesson{Name: "01-one/01-a"})
	require.NoError(t, err)
	require.NoError(t, ws.Update(func(s *learn.State) error { s.At = ""; return nil }))
	return ws
}

// TestMoreSavesThanCanBeToldAreOneSave: git may write thousands of files at
// once.
func TestMoreSavesThanCanBeToldAreOneSave(t *testing.T) {
	c := &classroom{app: &app{}, ws: workspace(t, t.TempDir())}
	w := &fsnotify.Watcher{Events: make(chan fsnotify.Event), Errors: make(chan error, 1)}
	w.Errors <- fsnotify.ErrEventOverflow
	require.NoError(t, c.wait(context.Background(), w))
}

// TestAWatcherDoesNotGoOnInAnotherWorkspace deletes the one that it follows,
// a folder of another.
func TestAWatcherDoesNotGoOnInAnotherWorkspace(t *testing.T) {
	outer := t.TempDir()
	workspace(t, outer)
	c := &classroom{app: &app{}, ws: workspace(t, filepath.Join(outer, "inner"))}
	require.NoError(t, os.RemoveAll(c.ws.Dir))
	w := &fsnotify.Watcher{Events: make(chan fsnotify.Event, 1)}
	w.Events <- fsnotify.Event{Name: c.ws.Dir, Op: fsnotify.Remove}
	require.ErrorContains(t, c.wait(context.Background(), w), "is gone")
}
