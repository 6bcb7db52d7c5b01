package weave

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var fontURL = regexp.MustCompile(`url\("(fonts/[^"]+)"\)`)

// TestFontsAreInTheSite: the style sheet asks for no font that is not there,
// none is there in vain or without its licence, and together they are small.
func TestFontsAreInTheSite(t *testing.T) {
	site := Site{}
	require.NoError(t, site.addAssets())
	asked := map[string]bool{}
	for _, m := range fontURL.FindAllStringSubmatch(string(site["book.css"]), -1) {
		require.NotEmpty(t, site[m[1]], m[1])
		asked[m[1]] = true
	}
	require.NotEmpty(t, asked)
	size := 0
	for name, data := range site {
		if path.Ext(name) != ".woff2" {
			continue
		}
		size += len(data)
		require.True(t, asked[name], "%s: nothing asks for it", name)
		require.Equal(t, "wOF2", string(data[:4]), name)
		family := strings.TrimSuffix(name, ".woff2")
		for _, cut := range []string{"-ext", "-bold", "-italic"} {
			family = strings.TrimSuffix(family, cut)
		}
		require.Contains(t, string(site[family+"-OFL.txt"]), "SIL OPEN FONT LICENSE", name)
	}
	require.LessOrEqual(t, size, 300<<10)
}
