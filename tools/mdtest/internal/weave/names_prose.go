package weave

import "strings"

// making is a listing of a chapter that defines or changes a name.
type making struct {
	chapter string // its file
	line    int
	to      target
}

// code returns where a name in the prose leads: one that the chapter's
// packages export as it stands there, at its first mention in the section.
func (p *page) code(text string, line int) string {
	c := p.chapters[p.File]
	if p.names == nil || c == nil {
		return ""
	}
	name, to := p.names.spoken(c.File, text, line)
	if name == "" {
		return ""
	}
	section := 0
	for _, s := range c.Sections {
		if s.Line <= line {
			section = s.Line
		}
	}
	key := mentionKey{section, name}
	if p.mentions[key] {
		return ""
	}
	if p.mentions == nil {
		p.mentions = map[mentionKey]bool{}
	}
	p.mentions[key] = true
	if to.page == p.Out {
		return "#" + to.id
	}
	return to.page + "#" + to.id
}

// mentionKey is a name in a section.
type mentionKey struct {
	section int
	name    string
}

// spoken finds the one name that a text can mean on a line of a chapter. A
// word alone has to be the only one in the book, and more than a letter: the
// prose says by other means which of several it is about.
func (n *names) spoken(chapter, text string, line int) (name string, to target) {
	text = strings.TrimSuffix(text, "()")
	if open := strings.IndexByte(text, '['); open > 0 && strings.HasSuffix(text, "]") {
		text = text[:open]
	}
	last := text[strings.LastIndexByte(text, '.')+1:]
	if len(last) < 2 || last == text && len(n.endings()[last]) > 1 {
		return "", target{}
	}
	for _, key := range n.endings()[last] {
		at, ok := n.index[key].at(chapter, line)
		if !ok || key != text && !strings.HasSuffix(key, "."+text) {
			continue
		}
		if name != "" || !at.own() {
			return "", target{}
		}
		name, to = key, at
	}
	return name, to
}

// endings returns the names of the index by their last words.
func (n *names) endings() map[string][]string {
	if n.byEnding == nil {
		n.byEnding = map[string][]string{}
		for key := range n.index {
			last := key[strings.LastIndexByte(key, '.')+1:]
			n.byEnding[last] = append(n.byEnding[last], key)
		}
	}
	return n.byEnding
}

// at returns where a name is defined for a line of a chapter, if it is one
// of the chapter's.
func (h *history) at(chapter string, line int) (to target, ok bool) {
	for _, m := range h.makings {
		if m.chapter == chapter && m.line < line {
			to, ok = m.to, true
		}
	}
	return to, ok
}
