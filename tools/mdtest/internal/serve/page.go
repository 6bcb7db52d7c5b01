package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	nethtml "golang.org/x/net/html"
)

// page is a page of the site at one moment.
type page struct {
	name    string
	html    []byte
	version string // names html

	once   sync.Once
	frame  string   // html without the blocks
	blocks []string // the elements of its <article>; nil if it can't be taken apart
}

func newPage(name string, data []byte) *page {
	sum := sha256.Sum256(data)
	return &page{name: name, html: data, version: hex.EncodeToString(sum[:8])}
}

// served returns the page with what only a served page has: our style, our
// script before all others, and what the script has to know.
func (p *page) served(data map[string]string) []byte {
	p.split()
	if strings.Contains(p.name, "/") {
		return p.html // of a file or a tree: there is nothing to run
	}
	data["page"], data["version"], data["blocks"] = p.name, p.version, strconv.Itoa(len(p.blocks))
	var script strings.Builder
	fmt.Fprintf(&script, "<script src=\"%s\" defer", scriptAt)
	for _, key := range slices.Sorted(maps.Keys(data)) {
		fmt.Fprintf(&script, " data-%s=\"%s\"", key, html.EscapeString(data[key]))
	}
	script.WriteString("></script>\n")
	head, rest, found := bytes.Cut(p.html, []byte("</head>"))
	if !found {
		return p.html
	}
	first, after := head, []byte(nil)
	if at := bytes.Index(head, []byte("<script")); at >= 0 {
		first, after = head[:at], head[at:]
	}
	style := fmt.Sprintf("<link rel=\"stylesheet\" href=\"%s\">\n</head>", styleAt)
	return bytes.Join([][]byte{first, []byte(script.String()), after, []byte(style), rest}, nil)
}

// split takes the page apart, once.
func (p *page) split() {
	p.once.Do(func() {
		text := string(p.html)
		start, end := strings.Index(text, "<article"), strings.LastIndex(text, "</article>")
		if start < 0 || end < start {
			p.frame = text
			return
		}
		start += strings.IndexByte(text[start:], '>') + 1
		blocks, ok := elements(text[start:end])
		if !ok {
			p.frame = text
			return
		}
		p.frame, p.blocks = text[:start]+text[end:], blocks
	})
}

var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true,
	"input": true, "link": true, "meta": true, "source": true, "track": true, "wbr": true,
}

// elements cuts HTML into its outermost elements. It reports whether there
// is nothing else, and all of them are closed.
func elements(text string) (out []string, ok bool) {
	z := nethtml.NewTokenizer(strings.NewReader(text))
	pos, start, depth := 0, 0, 0
	for {
		kind := z.Next()
		raw := len(z.Raw())
		name, _ := z.TagName()
		switch {
		case kind == nethtml.ErrorToken:
			return out, depth == 0 && z.Err() == io.EOF
		case kind == nethtml.TextToken && depth == 0 && strings.TrimSpace(text[pos:pos+raw]) != "":
			return nil, false
		case kind == nethtml.StartTagToken && !void[string(name)]:
			if depth == 0 {
				start = pos
			}
			depth++
		case depth == 0 && (kind == nethtml.StartTagToken || kind == nethtml.SelfClosingTagToken):
			out = append(out, text[pos:pos+raw])
		case kind == nethtml.EndTagToken:
			if depth--; depth < 0 {
				return nil, false
			}
			if depth == 0 {
				out = append(out, text[start:pos+raw])
			}
		}
		pos += raw
	}
}

// change replaces blocks of a page: Gone of them, from At on, by New.
type change struct {
	At   int      `json:"at"`
	Gone int      `json:"gone"`
	New  []string `json:"new"`
}

// changes returns what makes p the page q, from the end of the page to its
// start, so that no change moves a later one's place. It reports whether
// changes of blocks are enough.
func (p *page) changes(q *page) (out []change, ok bool) {
	p.split()
	q.split()
	if p.frame != q.frame || p.blocks == nil || q.blocks == nil {
		return nil, false
	}
	a, b := p.blocks, q.blocks
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	for _, c := range between(a[at:], b[at:]) {
		c.At += at
		out = append([]change{c}, out...)
	}
	return out, true
}

// between finds the changes by the longest common subsequence; of very many
// blocks it makes one change.
func between(a, b []string) []change {
	if len(a)*len(b) > 1<<20 {
		return []change{{0, len(a), b}}
	}
	long := make([][]int, len(a)+1) // long[i][j]: of a[i:] and b[j:]
	for i := len(a); i >= 0; i-- {
		long[i] = make([]int, len(b)+1)
		for j := len(b) - 1; j >= 0 && i < len(a); j-- {
			if a[i] == b[j] {
				long[i][j] = long[i+1][j+1] + 1
			} else {
				long[i][j] = max(long[i+1][j], long[i][j+1])
			}
		}
	}
	var out []change
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			i, j = i+1, j+1
			continue
		}
		c := change{At: i}
		for (i < len(a) || j < len(b)) && (i == len(a) || j == len(b) || a[i] != b[j]) {
			if j == len(b) || i < len(a) && long[i+1][j] >= long[i][j+1] {
				c.Gone++
				i++
			} else {
				c.New = append(c.New, b[j])
				j++
			}
		}
		out = append(out, c)
	}
	return out
}
