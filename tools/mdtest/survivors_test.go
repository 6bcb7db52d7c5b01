package main_test

import "testing"

// survivor is a token that can be another one without breaking any claim of
// the example chapter.
type survivor struct {
	line  string // as it stands in the block
	token string
	why   string
}

// onlyE0499 is why most of a block of Rust is free to change.
const onlyE0499 = "the page claims no more than that rustc says E0499"

var survivors = []survivor{
	{"\tbest := &scores[0]", "0", "the five points are lost wherever they went"},
	{"\t*best += 5", "+=", "the five points are lost whatever they were"},
	{"\t*best += 5", "5", "the five points are lost whatever they were"},
	{"\tfor range 1000 {", "1000", "any number of players makes the array grow"},
	{"\t\tscores.Insert(60)", "60", "the others' scores are never looked at"},
	{"\t\tm.free = m.free[:n-1]", "-", "at this stage nothing is inserted after the first reuse"},
	{"func (m *Map[T]) Remove(key Key) {", "T", "the method does not use its type parameter, whose name is its own"},
	{"\tann := names.Insert(\"Ann\")", `"Ann"`, "Ann is gone before her name is looked at"},
	{"\tnames.Insert(\"Ann\")", `"Ann"`, "her name is never looked at"},
	{"\tbob := names.Insert(\"Bob\")", `"Bob"`, "only his key is looked at"},
	{"\tcleo := names.Insert(\"Cleo\")", `"Cleo"`, "only her key is looked at"},
	{"\tassert.False(t, names.Set(ann, \"Mallory\"))", `"Mallory"`, "it is refused whatever it is"},
	{"\tassert.False(t, ok, \"Ann's key must not name whoever took her slot\")", `"Ann's key must not name whoever took her slot"`, "a message for a failure that is not there"},
	{"\tif n := len(m.free); n > 0 {", "0", "the last free slot is kept: no test claims that it is used again"},
	{"\treturn true", "true", "no test asks a Set that could"},
	{"\ts.generation++", "++", "any other generation is another one"},
	{"\ts := slot[T]{value: value, generation: 1}", "1", "any generation but 0 solves it"},
	{"func TestStaleKeyIsRefused(t *testing.T) {", "TestStaleKeyIsRefused", "no output names the test"},
	{"fn main() {", "main", onlyE0499},
	{"    let mut scores = vec![90, 70, 80];", "90", onlyE0499},
	{"    let mut scores = vec![90, 70, 80];", "70", onlyE0499},
	{"    let mut scores = vec![90, 70, 80];", "80", onlyE0499},
	{"    let best = &mut scores[0];", "0", onlyE0499},
	{"    scores.push(60);", "60", onlyE0499},
	{"    *best += 5;", "+=", onlyE0499},
	{"    *best += 5;", "5", onlyE0499},
	{`    println!("{scores:?}");`, `"{scores:?}"`, onlyE0499},
}

// checkSurvivors wants every survivor in the list, and nothing in the list
// that does not survive or does not exist.
func checkSurvivors(t *testing.T, trials, skipped []*trial) {
	t.Helper()
	known := map[survivor]string{}
	for _, s := range survivors {
		known[survivor{line: s.line, token: s.token}] = s.why
	}
	seen := map[survivor]bool{}
	for _, tr := range skipped {
		seen[survivor{line: tr.text, token: tr.old}] = true
	}
	for _, tr := range living(trials) {
		key := survivor{line: tr.text, token: tr.old}
		seen[key] = true
		if known[key] == "" {
			t.Errorf("%v: survives, and no reason is known", tr.mutant)
		}
	}
	for _, s := range survivors {
		if !seen[survivor{line: s.line, token: s.token}] {
			t.Errorf("no mutant of %q in %q survives any more: take it off the list", s.token, s.line)
		}
	}
}
