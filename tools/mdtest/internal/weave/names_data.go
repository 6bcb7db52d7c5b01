package weave

import (
	"bytes"
	"encoding/json"
	"strings"

	"byhand/tools/mdtest/internal/semantic"
)

// pageNames is what the names on a page mean, for its script to show. It is
// a file of its own, so that the page stays small.
type pageNames struct {
	symbols map[string]*semantic.Symbol // those that it defines, by key
	locals  map[string]locals           // by block
}

// locals are the names that a listing's functions declare, by the text of
// the name: from which of its occurrences on it means what.
type locals map[string]*local

type local struct {
	count int
	last  *semantic.Symbol
	runs  []any // count, text, count, text, …
}

// add notes one more occurrence.
func (l locals) add(text string, s *semantic.Symbol) {
	x := l[text]
	if x == nil {
		x = &local{}
		l[text] = x
	}
	if x.last == nil || x.last.Text != s.Text {
		x.runs = append(x.runs, x.count, s.Text)
	}
	x.count, x.last = x.count+1, s
}

// outsidePage stands for the site that documents Go, among the pages.
const outsidePage = "go"

func (n *names) page(out string) *pageNames {
	if n.data[out] == nil {
		n.data[out] = &pageNames{symbols: map[string]*semantic.Symbol{}, locals: map[string]locals{}}
	}
	return n.data[out]
}

// know notes what a key stands for, unless that is known.
func (d *pageNames) know(key string, s *semantic.Symbol) {
	if d.symbols[key] == nil && s.Text != "" {
		d.symbols[key] = s
	}
}

// dataFile returns the name of the file that has a page's names.
func dataFile(out string) string { return "names-" + strings.TrimSuffix(out, ".html") + ".js" }

// script returns that file: it is JSON, so that no text in it can be taken
// for code.
func (d *pageNames) script(out string) ([]byte, error) {
	type entry [2]string
	symbols := make(map[string]entry, len(d.symbols))
	for key, s := range d.symbols {
		symbols[key] = entry{s.Text, s.Doc}
	}
	blocks := map[string]map[string][]any{}
	for id, in := range d.locals {
		if len(in) > 0 {
			blocks[id] = map[string][]any{}
		}
		for text, x := range in {
			blocks[id][text] = x.runs
		}
	}
	var b bytes.Buffer
	for _, v := range []any{out, symbols, blocks} {
		if b.Len() == 0 {
			b.WriteString("byhand.names(")
		} else {
			b.WriteString(",\n")
		}
		data, err := json.Marshal(v)
		if err != nil {
			return nil, err
		}
		b.Write(data)
	}
	b.WriteString(");\n")
	return b.Bytes(), nil
}
