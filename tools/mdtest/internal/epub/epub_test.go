package epub

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/hostile"
	"byhand/tools/mdtest/internal/need"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/weave"
)

const root = "../../../.."

// packed returns the EPUB of the book at root.
func packed(t *testing.T, root string) []byte {
	t.Helper()
	b, err := book.Load(root)
	require.NoError(t, err)
	p, err := tangle.Tangle(&b.Book)
	require.NoError(t, err)
	bodies, err := weave.Bodies(b, p)
	require.NoError(t, err)
	v, err := New(b, bodies)
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, Write(&out, v, time.Unix(0, 0)))
	return out.Bytes()
}

var books = map[string]string{
	"this book":   root,
	"the example": "../../testdata/example",
	"a hard one":  "../../testdata/hard",
}

// TestEPUBCheck finds neither an error nor a warning.
func TestEPUBCheck(t *testing.T) {
	java, jar := need.Command(t, "epubcheck", "java"), need.Command(t, "epubcheck", "epubcheck")
	for name, root := range books {
		t.Run(name, func(t *testing.T) {
			if name != "a hard one" && !need.Required("epubcheck") {
				t.Skip("SKIPPED, not tested: checked where MDTEST_REQUIRE has epubcheck")
			}
			file := filepath.Join(t.TempDir(), "book.epub")
			require.NoError(t, os.WriteFile(file, packed(t, root), 0o666))
			out, err := exec.Command(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, "--failonwarnings", file).CombinedOutput()
			require.NoError(t, err, "%s", out)
		})
	}
}

func TestEveryDocumentIsXML(t *testing.T) {
	for name, root := range books {
		t.Run(name, func(t *testing.T) {
			files := unpack(t, packed(t, root))
			require.Equal(t, MediaType, string(files["mimetype"]))
			for file, data := range files {
				switch path.Ext(file) {
				case ".xhtml", ".opf", ".xml", ".svg":
					d := xml.NewDecoder(bytes.NewReader(data))
					for {
						_, err := d.Token()
						if errors.Is(err, io.EOF) {
							break
						}
						require.NoError(t, err, file)
					}
				}
			}
		})
	}
}

func TestTheSameBookIsTheSameFile(t *testing.T) {
	require.True(t, bytes.Equal(packed(t, root), packed(t, root)))
}

func TestMimetypeIsRecognisedByItsBytes(t *testing.T) {
	require.Equal(t, "mimetype"+MediaType, string(packed(t, root)[30:30+len("mimetype"+MediaType)]))
}

func unpack(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	files := map[string][]byte{}
	for _, f := range r.File {
		file, err := r.Open(f.Name)
		require.NoError(t, err)
		text, err := io.ReadAll(file)
		require.NoError(t, err)
		files[f.Name] = text
	}
	return files
}

// TestNoScriptGetsIn packs books whose texts try to be scripts.
func TestNoScriptGetsIn(t *testing.T) {
	for _, text := range hostile.Texts {
		dir := t.TempDir()
		for name, data := range hostile.Book(text) {
			file := filepath.Join(dir, filepath.FromSlash(name))
			require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o777))
			require.NoError(t, os.WriteFile(file, []byte(data), 0o666))
		}
		for name, data := range unpack(t, packed(t, dir)) {
			if path.Ext(name) == ".xhtml" || path.Ext(name) == ".svg" {
				require.Empty(t, hostile.XMLFaults(data), "%s of %q:\n%s", name, text, data)
			}
		}
	}
}
