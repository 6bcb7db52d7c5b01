// Package hostile checks that a page is what the tool meant to write,
// whatever the chapters say: no element, attribute or address beyond those
// that it lists, nothing that a browser would have to mend, no anchor twice.
// It also has texts that try to get out of their place.
//
// It is for tests. Non-goals: whether a page is good HTML otherwise (the Nu
// checker knows that), and what a chapter's programs may do when they run.
package hostile

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Site is what may be on each page, whatever the chapters say: the scripts,
// and what is said to the browser alone, that the tool itself writes.
type Site struct{ own map[string]bool }

// Learn takes what a harmless book has on its pages for the tool's own.
func Learn(pages ...[]byte) *Site {
	s := &Site{map[string]bool{}}
	for _, p := range pages {
		for _, x := range scripts(p) {
			s.own[x] = true
		}
	}
	return s
}

// Faults returns what is on the page that must not be there.
func (s *Site) Faults(page []byte) []string {
	c := &checker{ids: map[string]bool{}}
	for i, r := range string(page) {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == utf8.RuneError && !bytes.HasPrefix(page[i:], []byte("\uFFFD")) {
			c.addf("no text: %q", page[i:min(i+8, len(page))])
		}
	}
	for _, script := range scripts(page) {
		if !s.own[script] {
			c.addf("not the tool's: %s", script)
		}
	}
	c.tokens(page)
	c.compare(page)
	return c.faults
}

// scripts returns the scripts of a page, and what else has power over it:
// their attributes and what they say.
func scripts(page []byte) []string {
	var out []string
	z := html.NewTokenizer(bytes.NewReader(page))
	for z.Next() != html.ErrorToken {
		t := z.Token()
		if t.Type == html.EndTagToken || !slices.Contains([]string{"script", "style", "meta", "base"}, t.Data) {
			continue
		}
		text := fmt.Sprint(t.Data, t.Attr)
		if (t.Data == "script" || t.Data == "style") && z.Next() == html.TextToken {
			text += string(z.Raw())
		}
		out = append(out, text)
	}
	return out
}

type checker struct {
	faults []string
	ids    map[string]bool
	open   []string
	seen   []string // the elements, each below how many others
}

func (c *checker) addf(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

// tokens reads the page as it is written, without mending it.
func (c *checker) tokens(page []byte) {
	z := html.NewTokenizer(bytes.NewReader(page))
	for z.Next() != html.ErrorToken {
		switch t := z.Token(); t.Type {
		case html.StartTagToken, html.SelfClosingTagToken:
			c.element(t)
			if t.Data == "noscript" {
				z.NextIsNotRawText()
			}
		case html.EndTagToken:
			if n := len(c.open); n == 0 || c.open[n-1] != t.Data {
				c.addf("</%s> closes %v", t.Data, c.open)
				return
			}
			c.open = c.open[:len(c.open)-1]
		case html.CommentToken:
			c.addf("a comment: %q", t.Data)
		}
	}
	if len(c.open) > 0 {
		c.addf("never closed: %v", c.open)
	}
}

func (c *checker) element(t html.Token) {
	c.seen = append(c.seen, fmt.Sprint(len(c.open), " ", strings.ToLower(t.Data)))
	allowed, ok := elements[t.Data]
	if !ok {
		c.addf("an element <%s>, which allowed.go does not have", t.Data)
	}
	for _, a := range t.Attr {
		inert := strings.HasPrefix(a.Key, "data-") || strings.HasPrefix(a.Key, "aria-")
		if !inert && !slices.Contains(allowed, a.Key) && !slices.Contains(anywhere, a.Key) {
			c.addf("an attribute %s of <%s>, which allowed.go does not have", a.Key, t.Data)
		}
		c.attribute(t.Data, a)
	}
	if t.Type != html.SelfClosingTagToken && !slices.Contains(void, t.Data) {
		c.open = append(c.open, t.Data)
	}
}

// style is what a style may say: how a cell of a table is aligned, and
// where the numbers of lines begin.
var style = regexp.MustCompile(`^(text-align:(left|center|right)|--n:\d+)$`)

func (c *checker) attribute(element string, a html.Attribute) {
	switch a.Key {
	case "id":
		if c.ids[a.Val] || a.Val == "" {
			c.addf("the anchor %q twice, or empty", a.Val)
		}
		c.ids[a.Val] = true
	case "href", "src", "action", "formaction", "data", "poster", "srcset", "cite", "xlink:href":
		if element != "link" && !harmless(a.Val) {
			c.addf("<%s %s=%q>", element, a.Key, a.Val)
		}
	case "style":
		if !style.MatchString(a.Val) {
			c.addf("<%s style=%q>", element, a.Val)
		}
	}
}

// harmless reports whether an address is of the kinds that a page may have,
// read as browsers read it: without control characters and outer spaces.
func harmless(address string) bool {
	address = strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, strings.TrimSpace(address))
	scheme, _, ok := strings.Cut(address, ":")
	if !ok || strings.ContainsAny(scheme, "/?#") {
		return !strings.HasPrefix(address, "//") && !strings.HasPrefix(address, `\`) && !strings.HasPrefix(address, "/")
	}
	u, err := url.Parse(address)
	return err == nil && slices.Contains([]string{"http", "https", "mailto"}, u.Scheme)
}

// compare reads the page as a browser does, which mends what is wrong, and
// complains if there was something to mend.
func (c *checker) compare(page []byte) {
	root, err := html.ParseWithOptions(bytes.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		c.addf("not HTML: %v", err)
		return
	}
	var got []string
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if n.Type == html.ElementNode {
			got = append(got, fmt.Sprint(depth, " ", strings.ToLower(n.Data)))
			depth++
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child, depth)
		}
	}
	walk(root, 0)
	for i := range max(len(got), len(c.seen)) {
		if i >= len(got) || i >= len(c.seen) || got[i] != c.seen[i] {
			c.addf("a browser mends the elements here: written %q, read %q",
				c.seen[min(i, len(c.seen)):min(i+5, len(c.seen))], got[min(i, len(got)):min(i+5, len(got))])
			return
		}
	}
}
