package tree

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestClash(t *testing.T) {
	tr := Tree{}.With(NewFile("code/arena/arena.go", Text{}))
	for _, c := range []struct{ name, path, want string }{
		{"itself", "code/arena/arena.go", ""},
		{"another file of the folder", "code/arena/chunk.go", ""},
		{"another folder", "code/arenas/arena.go", ""},
		{"a file that differs in case", "code/arena/Arena.go", "code/arena/arena.go"},
		{"a folder that differs in case", "code/Arena/chunk.go", "code/arena/arena.go"},
		{"another extension in upper case", "code/arena/arena.GO", "code/arena/arena.go"},
		{"a file that is a folder", "code/arena", "code/arena/arena.go"},
		{"a folder that is a file", "code/arena/arena.go/x.go", "code/arena/arena.go"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, tr.Clash(c.path))
		})
	}
}
