package serve

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// taken says how HTML is cut into elements.
var taken = []struct {
	html string
	want []string
	ok   bool
}{
	{"<p>a</p>\n<p>b <br> c</p>\n", []string{"<p>a</p>", "<p>b <br> c</p>"}, true},
	{"<hr>\n<figure id=\"a\"><pre>&lt;p></pre></figure>", []string{"<hr>", "<figure id=\"a\"><pre>&lt;p></pre></figure>"}, true},
	{"<svg><path d=\"\"/><g><g></g></g></svg>", []string{"<svg><path d=\"\"/><g><g></g></g></svg>"}, true},
	{"<div><div></div></div><img src=a><!-- c -->", []string{"<div><div></div></div>", "<img src=a>"}, true},
	{"", nil, true},
	{"text <p>a</p>", nil, false},
	{"<p>a", nil, false},
	{"</p>", nil, false},
}

func TestElements(t *testing.T) {
	for _, c := range taken {
		got, ok := elements(c.html)
		require.Equal(t, c.ok, ok, c.html)
		if ok {
			require.Equal(t, c.want, got, c.html)
		}
	}
}

// Whatever the change, the changes make the one page the other.
func TestChangesMakeOnePageTheOther(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		a, b := blocksOf(rnd), blocksOf(rnd)
		p, q := pageOf(a), pageOf(b)
		cs, ok := p.changes(q)
		require.True(t, ok)
		got := slices.Clone(p.blocks)
		for _, c := range cs {
			got = slices.Replace(got, c.At, c.At+c.Gone, c.New...)
		}
		require.Equal(t, q.blocks, got)
	}
	_, ok := pageOf([]string{"<p>a</p>"}).changes(newPage("", []byte("<title>x</title><article><p>a</p></article>")))
	require.False(t, ok, "more than blocks has changed")
}

func blocksOf(rnd *rand.Rand) (out []string) {
	for range rnd.IntN(9) {
		out = append(out, "<p>"+string(rune('a'+rnd.IntN(5)))+"</p>")
	}
	return append(out, "<hr>")
}

func pageOf(blocks []string) *page {
	return newPage("", []byte("<article>"+strings.Join(blocks, "\n")+"</article>"))
}

func TestServedPagesHaveOurScriptFirst(t *testing.T) {
	p := newPage("a\".html", []byte("<head><link href=book.css><script src=book.js></script></head><article></article>"))
	html := string(p.served(map[string]string{"pass": "x"}))
	require.Equal(t, `<head><link href=book.css><script src="~serve.js" defer data-blocks="0" data-page="a&#34;.html" data-pass="x" data-version="`+p.version+`"></script>
<script src=book.js></script><link rel="stylesheet" href="~serve.css">
</head><article></article>`, html)
}
