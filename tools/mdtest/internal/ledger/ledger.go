// Package ledger keeps what the last mdtest test found out about each check
// of a book, so that the pages can say it.
//
// An entry is filed under a fingerprint of all that its check claims. A
// check that has changed in any way has another fingerprint, and no entry:
// the ledger never says more than was found out. Where a check stands is no
// part of what it claims, so that editing prose leaves it checked.
//
// Non-goals: finding anything out (package run), or keeping results for the
// next test (its store does).
package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"byhand/tools/mdtest/internal/disk"
	"byhand/tools/mdtest/internal/tangle"
)

// Verdict is how a check came out.
type Verdict string

// The ways a check can come out.
const (
	Held    Verdict = "held"
	Failed  Verdict = "failed"
	Skipped Verdict = "skipped"
)

// Finding is how a check came out, and why it was skipped or failed.
type Finding struct {
	Verdict Verdict `json:"verdict"`
	Why     string  `json:"why,omitempty"`    // one line
	Detail  string  `json:"detail,omitempty"` // what more there is to a failure
}

// Run is one run of mdtest test. Rust is empty where there is no rustc.
type Run struct {
	Time time.Time `json:"time"`
	Go   string    `json:"go"`
	Rust string    `json:"rust,omitempty"`
}

// Entry is what is known of a check.
type Entry struct {
	Finding
	Run *Run `json:"-"`

	Key   string `json:"key"`   // the fingerprint
	Place string `json:"place"` // where the check stood: see place
	Nth   int    `json:"run"`   // the run, as the file counts them
}

// Ledger is what is known of a book. The zero value knows nothing.
type Ledger struct {
	module  string
	byKey   map[string]*Entry
	byPlace map[string]*Entry
}

// page is how a ledger stands on disk.
type page struct {
	Runs   []*Run   `json:"runs"`
	Checks []*Entry `json:"checks"`
}

// File returns where the ledger of the book at root is kept in the cache
// folder.
func File(cache, root string) string {
	if abs, err := filepath.Abs(root); err == nil {
		root = abs
	}
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	sum := sha256.Sum256([]byte(root))
	return filepath.Join(cache, "ledger", hex.EncodeToString(sum[:8])+".json")
}

// Open reads the ledger of the book at root. The cache folder is named as
// for disk.CacheDir. Where there is no ledger, or a damaged one, nothing is
// known.
func Open(cache, root, module string) *Ledger {
	cache, err := disk.CacheName(cache)
	if err != nil {
		return read("", module)
	}
	return read(File(cache, root), module)
}

// Stamp returns a hash of what Open reads.
func Stamp(cache, root string) string {
	cache, err := disk.CacheName(cache)
	if err != nil {
		return ""
	}
	data, _ := os.ReadFile(File(cache, root))
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

func read(name, module string) *Ledger {
	l := &Ledger{module: module, byKey: map[string]*Entry{}, byPlace: map[string]*Entry{}}
	data, err := os.ReadFile(name)
	var p page
	if err != nil || json.Unmarshal(data, &p) != nil {
		return l
	}
	for _, e := range p.Checks {
		if e == nil || e.Nth < 0 || e.Nth >= len(p.Runs) || p.Runs[e.Nth] == nil || !e.Verdict.known() {
			continue
		}
		e.Run = p.Runs[e.Nth]
		l.byPlace[e.Place] = e
		if old := l.byKey[e.Key]; old == nil || e.over(old) {
			l.byKey[e.Key] = e
		}
	}
	return l
}

func (v Verdict) known() bool { return v == Held || v == Failed || v == Skipped }

// over reports whether e counts, of two entries of checks that claim the
// same: the later one, or the one that failed.
func (e *Entry) over(old *Entry) bool {
	if c := e.Run.Time.Compare(old.Run.Time); c != 0 {
		return c > 0
	}
	return e.Verdict == Failed
}

// Look returns what is known of a check, or nil. With nothing known, stale
// says that another check stood in its place when it was last looked at.
func (l *Ledger) Look(c *tangle.Check) (e *Entry, stale bool) {
	if l == nil {
		return nil, false
	}
	if e := l.byKey[Fingerprint(l.module, c)]; e != nil {
		return e, false
	}
	return nil, l.byPlace[place(c)] != nil
}
