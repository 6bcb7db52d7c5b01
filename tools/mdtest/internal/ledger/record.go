package ledger

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/lockedfile"

	"byhand/tools/mdtest/internal/disk"
	"byhand/tools/mdtest/internal/tangle"
)

// Record enters what a run found out about some checks of the program. Of
// the others the ledger keeps what it knows, as far as the program still
// has them, so that it never grows beyond the book.
func Record(cache, root string, p *tangle.Program, run Run, found map[*tangle.Check]Finding) error {
	cache, err := disk.CacheDir(cache)
	if err != nil {
		return err
	}
	name := File(cache, root)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	unlock, err := lockedfile.MutexAt(name + ".lock").Lock()
	if err != nil {
		return err
	}
	defer unlock()
	data, err := json.Marshal(read(name, p.Book.Module).merge(p, &run, found))
	if err != nil {
		return err
	}
	return disk.WriteFile(name, data)
}

// merge returns the ledger with what a run found out.
func (l *Ledger) merge(p *tangle.Program, run *Run, found map[*tangle.Check]Finding) page {
	var out page
	checks := p.Checks()
	keys := make([]string, len(checks))
	fresh := map[string]Finding{} // of checks that claim the same, the one that failed
	for i, c := range checks {
		keys[i] = Fingerprint(l.module, c)
		if f, ok := found[c]; ok && fresh[keys[i]].Verdict != Failed {
			fresh[keys[i]] = f
		}
	}
	for i, c := range checks {
		e := Entry{Key: keys[i], Place: place(c), Run: run}
		f, ok := fresh[e.Key]
		if ok {
			e.Finding = f
		} else if !l.carry(&e) {
			continue
		}
		e.Nth = slices.Index(out.Runs, e.Run)
		if e.Nth < 0 {
			e.Nth = len(out.Runs)
			out.Runs = append(out.Runs, e.Run)
		}
		out.Checks = append(out.Checks, &e)
	}
	return out
}

// carry fills in what is known of an entry's claim; else what was known of
// the one that stood there before, which it keeps apart by its key.
func (l *Ledger) carry(e *Entry) bool {
	old := l.byKey[e.Key]
	if old == nil {
		old = l.byPlace[e.Place]
	}
	if old == nil {
		return false
	}
	e.Key, e.Finding, e.Run = old.Key, old.Finding, old.Run
	return true
}
