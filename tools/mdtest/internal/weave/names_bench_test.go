//go:build unix

package weave

import (
	"go/token"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"byhand/tools/mdtest/internal/book"
	"byhand/tools/mdtest/internal/compiled"
	"byhand/tools/mdtest/internal/fixture"
	"byhand/tools/mdtest/internal/semantic"
	"byhand/tools/mdtest/internal/tangle"
)

// BenchmarkNames measures what the names of the large book take, on top of
// its pages: understanding them for the first time, and again when nothing
// has changed; and all pages with and without them.
func BenchmarkNames(b *testing.B) {
	root := b.TempDir()
	require.NoError(b, fixture.Write(root, fixture.Large))
	bk, err := book.Load(root)
	require.NoError(b, err)
	p, err := tangle.Tangle(&bk.Book)
	require.NoError(b, err)
	plain, err := newWeaver(bk, p)
	require.NoError(b, err)
	cache := b.TempDir()
	checker := func() *semantic.Checker {
		fset := token.NewFileSet()
		return semantic.New(bk.Module, fset, compiled.New(fset, root, cache))
	}
	cpu(b, "new", func() { newNames(checker(), p, plain.Outs()) })
	sem := checker()
	newNames(sem, p, plain.Outs())
	cpu(b, "known", func() { newNames(sem, p, plain.Outs()) })
	for name, opts := range map[string][]Option{"pages without": nil, "pages with": {Named(sem)}} {
		w, err := newWeaver(bk, p, opts...)
		require.NoError(b, err)
		cpu(b, name, func() {
			site := Site{}
			require.NoError(b, w.pages(site))
			require.NoError(b, w.writeNames(site))
		})
	}
}

// cpu measures the CPU time that f takes: what counts on a busy machine.
func cpu(b *testing.B, name string, f func()) {
	b.Run(name, func(b *testing.B) {
		from := used(b)
		for b.Loop() {
			f()
		}
		b.ReportMetric((used(b)-from).Seconds()*1000/float64(b.N), "cpu-ms/op")
		b.ReportMetric(0, "ns/op")
	})
}

func used(b *testing.B) time.Duration {
	var r syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &r))
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
