package main

import (
	"fmt"
	"path/filepath"
	"slices"
)

// documents are what is read and written: the corpora of encoding/json's
// own tests, orders that we make, and one small one.
var documents = []string{"twitter", "citm", "canada", "synthea", "orders", person}

const person = "person"

// Those who compete: in jsonpeers as it is built by default, in
// jsonpeers as it is with jsonv2, and in rust-serde. What the others are
// compared with comes first.
var (
	readers = [][]string{
		{
			derived, "derived, shared", visitors,
			goccy, sonic, sonicStd, easyjson, std,
		},
		{stdV2, "v1 made of v2"},
		{"serde_json", "serde_json, str"},
	}
	writers = [][]string{
		{derived, visitors, goccy, sonic, sonicStd, easyjson, std},
		{stdV2, "v1 made of v2"},
		{"serde_json"},
	}
)

const (
	derived  = "derived"
	visitors = "derived, visitors"
	goccy    = "goccy/go-json"
	sonic    = "sonic"
	sonicStd = "sonic std"
	easyjson = "easyjson"
	std      = "encoding/json"
	stdV2    = "encoding/json/v2"
)

// alive is how many megabytes are, in one process and in the other, that
// have nothing to do with what is measured.
var alive = []string{"0", "64"}

// jsonLayouts are fewer than layouts: no loop is short here.
const jsonLayouts = 3

// jsonPeers are programs that measure each their own contenders.
type jsonPeers struct {
	dir       string // where the documents are
	documents []string
	peers     []string
	v2        []string // built with jsonv2
	rust      []string // none without cargo and the crates
	versions  []string
}

// A contest is what came of reading, or of writing.
type contest struct {
	names     []string // of the contenders
	documents []string
	results   []result // by what else is alive
}

// benchJSON records the tables in dir.
func benchJSON(dir, temp string, rounds int) error {
	p, err := buildJSON(temp, documents)
	if err != nil {
		return err
	}
	began := load()
	read, written, err := p.contests(rounds)
	if err != nil {
		return err
	}
	head := heading(p.versions, rounds, jsonLayouts, began)
	for _, table := range []struct{ name, text string }{
		{"json-decode", p.corporaTable("Reading documents into structs.", ".json", read)},
		{"json-encode", p.corporaTable("Writing structs as documents.", ".out.json", written)},
		{"json-small", smallTable(read, written)},
		{"json-goals", goalsTable(read, written)},
	} {
		if err := write(filepath.Join(dir, table.name), head+table.text); err != nil {
			return err
		}
	}
	return nil
}

// tryJSON measures a single document, and shows what it takes.
func tryJSON(temp, document string, rounds int) error {
	if !slices.Contains(documents, document) {
		return fmt.Errorf("no document %s: have %s", document, documents)
	}
	p, err := buildJSON(temp, []string{document})
	if err != nil {
		return err
	}
	read, written, err := p.contests(rounds)
	if err != nil {
		return err
	}
	fmt.Print(smallTable(read, written))
	return nil
}

// contests measures everything.
func (p jsonPeers) contests(rounds int) (read, written contest, err error) {
	if read, err = p.compete("decode", readers, rounds); err != nil {
		return read, written, err
	}
	written, err = p.compete("encode", writers, rounds)
	return read, written, err
}

// compete measures all contenders, in all layouts.
func (p jsonPeers) compete(what string, names [][]string, rounds int) (contest, error) {
	c := contest{names: slices.Concat(names...), documents: p.documents}
	for _, megabytes := range alive {
		children, err := p.launch(what, megabytes, names)
		if err != nil {
			return c, err
		}
		r, err := race(children, len(c.names), len(p.documents), rounds)
		if err != nil {
			return c, err
		}
		c.results = append(c.results, r)
	}
	return c, nil
}

// launch starts the programs, and compares what they make of the
// documents.
func (p jsonPeers) launch(what, megabytes string, names [][]string) (children []*child, err error) {
	first := 0
	for i, programs := range [][]string{p.peers, p.v2, p.rust} {
		for _, program := range programs {
			args := append([]string{what, megabytes, p.dir}, p.documents...)
			c, err := launch(first, program, args...)
			if err != nil {
				return nil, err
			}
			children = append(children, c)
		}
		first += len(names[i])
	}
	err = agree(children[:len(p.peers)+len(p.v2)], len(p.documents))
	if err == nil && len(p.rust) > 0 {
		err = sameAsRust(p.dir, p.documents)
	}
	return children, err
}
