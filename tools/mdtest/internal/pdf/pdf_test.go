package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"
	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/need"
	"byhand/tools/mdtest/internal/tangle"
	"byhand/tools/mdtest/internal/volume"
	"byhand/tools/mdtest/internal/weave"
)

// printed is a book and what was printed of it.
type printed struct {
	book   *book.Book
	volume *volume.Volume
	file   string
	data   []byte
	pages  []string // texts
}

// print prints the book at root.
func print(t *testing.T, root string) *printed {
	t.Helper()
	chromium := need.Command(t, "chromium", names...)
	text := need.Command(t, "poppler", "pdftotext")
	b, err := book.Load(root)
	require.NoError(t, err)
	p, err := tangle.Tangle(&b.Book)
	require.NoError(t, err)
	bodies, err := weave.Bodies(b, p)
	require.NoError(t, err)
	v, err := New(b, bodies)
	require.NoError(t, err)
	data, err := Print(t.Context(), v, Options{Chromium: chromium, Paper: "A4"})
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "book.pdf")
	require.NoError(t, os.WriteFile(file, data, 0o666))
	out, err := exec.Command(text, "-layout", file, "-").Output()
	require.NoError(t, err)
	pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	return &printed{b, v, file, data, pages}
}

// TestPrint prints books, and reads back what a reader of the PDF has.
func TestPrint(t *testing.T) {
	books := map[string]string{"a hard one": "../../testdata/hard"}
	if need.Required("chromium") {
		books["this book"] = "../../../.."
	} else {
		t.Log("SKIPPED, not tested: this book, which is printed where MDTEST_REQUIRE has chromium")
	}
	for name, root := range books {
		t.Run(name, func(t *testing.T) {
			p := print(t, root)
			r, err := pdf.NewReader(bytes.NewReader(p.data), int64(len(p.data)))
			require.NoError(t, err)
			t.Run("it is tagged", func(t *testing.T) { tagged(t, r) })
			t.Run("its outline has every chapter and section", func(t *testing.T) { outlined(t, r, p.volume) })
			t.Run("pages have numbers, which the contents name", p.numbered)
			t.Run("links resolve", func(t *testing.T) { linked(t, r) })
			t.Run("every line of code is there", p.complete)
			t.Run("nothing stands beyond the margins", p.within)
		})
	}
}

func tagged(t *testing.T, r *pdf.Reader) {
	root := r.Trailer().Key("Root")
	require.True(t, root.Key("MarkInfo").Key("Marked").Bool())
	require.Equal(t, pdf.Dict, root.Key("StructTreeRoot").Kind())
	require.Equal(t, volume.Language, root.Key("Lang").Text())
}

// outlined finds the parts, chapters and sections; the headings below those
// of sections do not count.
func outlined(t *testing.T, r *pdf.Reader, v *volume.Volume) {
	want := []string{"- Contents"}
	deepest := map[string]int{} // level of the sections below an entry of the first level
	for _, p := range v.Parts {
		in := ""
		if p.Title != "" && p.Written() {
			want = append(want, "- "+p.Title)
			deepest[p.Title] = 2
			in = "  "
		}
		for _, e := range p.Entries {
			if e.Page == nil {
				continue
			}
			want = append(want, in+"- "+e.Page.Title)
			for _, s := range e.Page.Sections {
				want = append(want, in+"  - "+s.Title)
			}
		}
	}
	var got []string
	var list func(o []pdf.Outline, level, end int)
	list = func(os []pdf.Outline, level, end int) {
		for _, o := range os {
			got = append(got, strings.Repeat("  ", level)+"- "+o.Title)
			if level == 0 {
				end = max(1, deepest[o.Title])
			}
			if level < end {
				list(o.Child, level+1, end)
			}
		}
	}
	list(r.Outline().Child, 0, 0)
	require.Equal(t, want, got)
}

// numbered finds each page's number at its foot, and in the contents that of
// each section.
func (p *printed) numbered(t *testing.T) {
	bare := 1 // the title page
	for _, part := range p.volume.Parts {
		if part.Title != "" && part.Written() {
			bare++
		}
	}
	for i, text := range p.pages {
		lines := strings.Split(strings.TrimSpace(text), "\n")
		if strings.TrimSpace(lines[len(lines)-1]) != strconv.Itoa(i+1) {
			bare--
		}
	}
	require.Zero(t, bare, "pages without a number, less those that have none")
	at, err := pages(p.data)
	require.NoError(t, err)
	contents := words(strings.Join(p.pages[1:6], ""))
	for _, page := range p.volume.Pages {
		for _, s := range append([]volume.Section{{ID: page.ID, Title: page.Title}}, page.Sections...) {
			require.NotZero(t, at[s.ID], s.ID)
			require.Contains(t, contents, words(s.Title)+strconv.Itoa(at[s.ID]))
			require.Contains(t, words(p.pages[at[s.ID]-1]), words(s.Title), "page %d", at[s.ID])
		}
	}
}

// linked follows every link on every page.
func linked(t *testing.T, r *pdf.Reader) {
	dests := r.Trailer().Key("Root").Key("Dests")
	inside, outside := 0, 0
	for i := range r.NumPage() {
		annots := r.Page(i + 1).V.Key("Annots")
		for k := range annots.Len() {
			a := annots.Index(k)
			if a.Key("Subtype").Name() != "Link" {
				continue
			}
			if uri := a.Key("A").Key("URI").RawString(); uri != "" {
				require.Regexp(t, `^(https?|mailto):`, uri)
				outside++
				continue
			}
			name := a.Key("Dest").Name()
			require.NotEmpty(t, name, "page %d: %v", i+1, a)
			require.Equal(t, pdf.Array, dests.Key(name).Kind(), name)
			inside++
		}
	}
	require.NotZero(t, inside)
	require.NotZero(t, outside)
}

// complete finds every line of code of the chapters in the text.
func (p *printed) complete(t *testing.T) {
	text := words(strings.Join(p.pages, "\n"))
	lines := 0
	for _, c := range p.book.Chapters {
		for _, b := range c.Blocks {
			if b.Lang == "goat" {
				continue
			}
			for _, l := range b.Lines {
				require.Contains(t, text, words(l.Text), "%s: %q", b.Pos(), l.Text)
				lines++
			}
		}
	}
	require.NotZero(t, lines)
}

// words returns text without white space, and without what cannot be shown.
func words(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)), "")
}

var word = regexp.MustCompile(`(<page [^>]*>)|<word ([^>]*)>([^<]*)`)

// within finds all words inside of the page's margins.
func (p *printed) within(t *testing.T) {
	out, err := exec.Command("pdftotext", "-bbox", p.file, "-").Output()
	require.NoError(t, err)
	const left, right = 20 / 25.4 * 72, (210 - 20) / 25.4 * 72
	page, n := 0, 0
	for _, m := range word.FindAllStringSubmatch(string(out), -1) {
		if m[1] != "" {
			page++
			continue
		}
		var box struct {
			Min float64 `xml:"xMin,attr"`
			Max float64 `xml:"xMax,attr"`
		}
		require.NoError(t, xml.Unmarshal(fmt.Appendf(nil, "<w %s/>", m[2]), &box))
		require.True(t, box.Min >= left-2 && box.Max <= right+2, "page %d: %q stands at %v", page, m[3], box)
		n++
	}
	require.NotZero(t, n)
}

func TestNoChromium(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Find("")
	require.EqualError(t, err, "printing needs Chromium, and there is no chromium, chromium-browser, "+
		"google-chrome-stable, google-chrome, chrome in the PATH: install it (apt-get install chromium), "+
		"or name one with --chromium or $MDTEST_CHROMIUM")
	_, err = Find("no/such")
	require.EqualError(t, err, "printing needs Chromium, and no/such is no command")
}
