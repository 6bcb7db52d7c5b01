package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/disk"
	"byhand/tools/mdtest/internal/epub"
	"byhand/tools/mdtest/internal/ledger"
	"byhand/tools/mdtest/internal/pdf"
	"byhand/tools/mdtest/internal/weave"
)

// volumes writes the book in one piece, as often as the user asked for it.
func (a *app) volumes(ctx context.Context, o bookOptions) error {
	if !o.epub && !o.pdf {
		return nil
	}
	b, p, err := a.tangle()
	if err != nil {
		return err
	}
	bodies, err := weave.Bodies(b, p, weave.Checked(ledger.Open(a.cache, b.Root, b.Module)))
	if err != nil {
		return err
	}
	if o.epub {
		if err := a.epub(b, bodies, o.out); err != nil {
			return err
		}
	}
	if o.pdf {
		return a.pdf(ctx, b, bodies, o)
	}
	return nil
}

func (a *app) epub(b *book.Book, bodies []weave.Body, dir string) error {
	modified, err := edition()
	if err != nil {
		return err
	}
	v, err := epub.New(b, bodies)
	if err != nil {
		return failure{err}
	}
	var out bytes.Buffer
	if err := epub.Write(&out, v, modified); err != nil {
		return failure{fmt.Errorf("EPUB: %w", err)}
	}
	return a.writeVolume(filepath.Join(dir, v.Name+".epub"), out.Bytes())
}

func (a *app) pdf(ctx context.Context, b *book.Book, bodies []weave.Body, o bookOptions) error {
	v, err := pdf.New(b, bodies)
	if err != nil {
		return failure{err}
	}
	fmt.Fprintf(a.err, "printing with %s …\n", o.chromium)
	out, err := pdf.Print(ctx, v, pdf.Options{Chromium: o.chromium, Paper: o.paper})
	if err != nil {
		return failure{err}
	}
	return a.writeVolume(filepath.Join(o.out, v.Name+".pdf"), out)
}

func (a *app) writeVolume(file string, data []byte) error {
	if err := disk.WriteFile(file, data); err != nil {
		return failure{err}
	}
	fmt.Fprintln(a.out, show(file))
	return nil
}

// edition returns the date of this edition of the book.
func edition() (time.Time, error) {
	s := os.Getenv("SOURCE_DATE_EPOCH")
	if s == "" {
		return time.Unix(0, 0), nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH is no number of seconds: %s", s)
	}
	return time.Unix(n, 0), nil
}
