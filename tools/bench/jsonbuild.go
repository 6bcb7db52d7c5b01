package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"byhand/tools/bench/corpus"

	"github.com/klauspost/compress/zstd"
)

// buildJSON builds the programs, and writes the documents, in folder
// temp.
func buildJSON(temp string, documents []string) (p jsonPeers, err error) {
	p.dir, p.documents = temp, documents
	if err := writeDocuments(temp); err != nil {
		return p, err
	}
	defer removeGenerated()
	if err := generate(); err != nil {
		return p, err
	}
	if p.peers, err = buildGo(temp, "peers", jsonLayouts, "./jsonpeers"); err != nil {
		return p, err
	}
	p.v2, err = buildGo(temp, "v2-", jsonLayouts, "./jsonpeers", "GOEXPERIMENT=jsonv2")
	if err != nil {
		return p, err
	}
	p.versions, err = versions(p.peers[0], "github.com/goccy/go-json",
		"github.com/bytedance/sonic", "github.com/mailru/easyjson")
	if err != nil {
		return p, err
	}
	rust, used, err := buildCrate(temp, "rust-serde", "serde_json")
	if rust != "" {
		p.rust = slices.Repeat([]string{rust}, jsonLayouts)
	}
	p.versions = append(p.versions, used...)
	return p, err
}

// generate has derive and easyjson write their code for package corpus.
func generate() error {
	cmd := exec.Command("go", "generate", "./corpus")
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	return cmd.Run()
}

// removeGenerated removes what generate wrote: it would be in the way
// when derive has changed.
func removeGenerated() {
	for _, pattern := range []string{"derived.go", "*_easyjson.go"} {
		files, _ := filepath.Glob(filepath.Join("corpus", pattern))
		for _, file := range files {
			os.Remove(file)
		}
	}
}

// structs returns a value to read each document into.
func structs() map[string]any {
	return map[string]any{
		"twitter": &corpus.Twitter{}, "citm": &corpus.Citm{}, "canada": &corpus.Canada{},
		"synthea": &corpus.Synthea{}, "orders": &corpus.Orders{}, "person": &corpus.Person{},
	}
}

// writeDocuments writes the documents into dir, as NAME.json, and as
// NAME.out.json what is to be written again. The corpora are those of
// encoding/json's own tests.
func writeDocuments(dir string) error {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	tests := filepath.Join(strings.TrimSpace(string(root)), "src/encoding/json/internal/jsontest/testdata")
	texts := map[string][]byte{"person": []byte(corpus.Ada)}
	if texts["orders"], err = corpus.MakeOrders(3600); err != nil {
		return err
	}
	for name, file := range map[string]string{
		"twitter": "twitter_status", "citm": "citm_catalog",
		"canada": "canada_geometry", "synthea": "synthea_fhir",
	} {
		if texts[name], err = unpack(filepath.Join(tests, file+".json.zst")); err != nil {
			return err
		}
	}
	for name, v := range structs() {
		if err := json.Unmarshal(texts[name], v); err != nil {
			return err
		}
		out, err := json.Marshal(v)
		if err != nil {
			return err
		}
		in := filepath.Join(dir, name)
		if err := errors.Join(
			os.WriteFile(in+".json", texts[name], 0o666),
			os.WriteFile(in+".out.json", out, 0o666)); err != nil {
			return err
		}
	}
	return nil
}

func unpack(path string) ([]byte, error) {
	packed, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	r, err := zstd.NewReader(nil)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.DecodeAll(packed, nil)
}

// sameAsRust fails if serde_json wrote something else than we do.
func sameAsRust(dir string, documents []string) error {
	for _, name := range documents {
		var ours, theirs any
		if err := readTree(filepath.Join(dir, name+".out.json"), &ours); err != nil {
			return err
		}
		if err := readTree(filepath.Join(dir, name+".rust.json"), &theirs); err != nil {
			return err
		}
		if !same(ours, theirs) {
			return fmt.Errorf("serde_json gets another %s", name)
		}
	}
	return nil
}

func readTree(path string, v *any) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, v)
}

// same compares two trees. Floats may be off by a unit, as they may be
// in serde_json.
func same(a, b any) bool {
	switch a := a.(type) {
	case float64:
		b, ok := b.(float64)
		return ok && math.Abs(a-b) <= math.Abs(b)*1e-15
	case []any:
		b, ok := b.([]any)
		return ok && slices.EqualFunc(a, b, same)
	case map[string]any:
		b, ok := b.(map[string]any)
		return ok && maps.EqualFunc(a, b, same)
	}
	return a == b
}
