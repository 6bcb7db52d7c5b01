package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"byhand/tools/mdtest/internal/tangle"
)

// Fingerprint hashes all that a check claims, of a book whose module has
// that path: what kind of claim it is, the block with its flags, the trees
// it is about, go.mod included, and what it is compared with.
func Fingerprint(module string, c *tangle.Check) string {
	h := sha256.New()
	put := func(parts ...string) {
		for _, p := range parts {
			fmt.Fprintf(h, "%d:", len(p))
			io.WriteString(h, p)
		}
	}
	put(module, string(c.Kind), c.Tree.Hash(), c.Before.Hash(), fmt.Sprint(c.Mends, c.Recorded), c.Record)
	put(c.Makes...)
	if b := c.Block; b != nil {
		put(b.Info.String(), b.Text())
	}
	if c.From != nil {
		put(Fingerprint(module, c.From))
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// place says where a check stands, so that one that was edited is known
// from one that is new.
func place(c *tangle.Check) string {
	return fmt.Sprintf("%s %d", c.Section.Name, slices.Index(c.Section.Checks, c))
}
