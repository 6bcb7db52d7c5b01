package cli

import (
	"context"
	"testing"

	"github.com/fsnotify/fsnotify"
	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/learn"
)

// TestMoreSavesThanCanBeToldAreOneSave: git may write thousands of files at
// once.
func TestMoreSavesThanCanBeToldAreOneSave(t *testing.T) {
	ws, err := learn.Create(t.TempDir(), "book", &learn.Lesson{Name: "01-one/01-a"})
	require.NoError(t, err)
	require.NoError(t, ws.Update(func(s *learn.State) error { s.At = ""; return nil }))
	c := &classroom{app: &app{}, ws: ws}
	w := &fsnotify.Watcher{Events: make(chan fsnotify.Event), Errors: make(chan error, 1)}
	w.Errors <- fsnotify.ErrEventOverflow
	require.NoError(t, c.wait(context.Background(), w))
}
