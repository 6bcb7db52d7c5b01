//go:build generated

// Jsonpeers measures, on demand, how long contenders take to read and
// write JSON:
//
//	jsonpeers decode|encode MB DIR NAME...
//
// DIR has the documents of these names. While it measures, MB megabytes are alive that
// it has nothing to do with. Its first line has a checksum of what each
// contender makes of each document; then, for each line that it gets, it
// answers with a line of what they took: picoseconds of processor time,
// that of collecting garbage included, for a document.
//
// Built with GOEXPERIMENT=jsonv2 it has other contenders: the packages
// that there are only then, or that work otherwise. It is built with the
// tag generated, when what is generated is there.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strconv"
	"strings"

	"byhand/tools/bench/clock"
	"byhand/tools/bench/corpus"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "jsonpeers:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 4 {
		return errors.New("usage: jsonpeers decode|encode MB DIR NAME...")
	}
	megabytes, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	all, err := documents(args[2], args[3:], args[0] == "encode")
	if err != nil {
		return err
	}
	if err := line(all, contender.checksum); err != nil {
		return err
	}
	alive, err := occupy(megabytes)
	if err != nil {
		return err
	}
	runtime.GC()
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		// The others had the processor: what comes first would pay for it.
		if _, err := all[0][0].measure(); err != nil {
			return err
		}
		if err := line(all, contender.measure); err != nil {
			return err
		}
	}
	runtime.KeepAlive(alive)
	return lines.Err()
}

// kinds has the contenders for each document.
var kinds = map[string]func(data []byte, encode bool) ([]contender, error){
	"twitter": contenders[corpus.Twitter],
	"citm":    contenders[corpus.Citm],
	"canada":  contenders[corpus.Canada],
	"synthea": contenders[corpus.Synthea],
	"orders":  contenders[corpus.Orders],
	"person":  contenders[corpus.Person],
}

// documents has the contenders for the documents in dir.
func documents(dir string, names []string, encode bool) ([][]contender, error) {
	var all [][]contender
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name+".json"))
		if err != nil {
			return nil, err
		}
		c, err := kinds[name](data, encode)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, c)
	}
	return all, nil
}

// line prints what f says of each contender's documents.
func line(all [][]contender, f func(contender) (int, error)) error {
	var text strings.Builder
	for c := range all[0] {
		for d := range all {
			n, err := f(all[d][c])
			if err != nil {
				return fmt.Errorf("%s, document %d: %w", all[d][c].name, d, err)
			}
			fmt.Fprint(&text, n, " ")
		}
	}
	fmt.Println(text.String())
	return nil
}

// A contender reads or writes a document in its way.
type contender struct {
	name string
	size int // of the document
	once func() error
	// result returns what once made of the document, in one form for all.
	result func() ([]byte, error)
}

// portion is how many bytes of documents are worked on at least.
const portion = 16 << 20

// measure begins and ends where a collection of garbage ends, so that
// each contender pays for as many as its garbage takes, whether they are
// frequent and quick or rare and slow.
func (c contender) measure() (picoseconds int, err error) {
	before, err := clock.Now()
	if err != nil {
		return 0, err
	}
	n, done, last := 0, false, collections()
	for !done {
		for range max(1, portion>>8/c.size) {
			if err := c.once(); err != nil {
				return 0, err
			}
			n++
		}
		now := collections()
		done = now != last && n*c.size >= portion
		last = now
	}
	after, err := clock.Now()
	return int(after-before) * 1000 / n, err
}

// collections returns how often garbage was collected until now.
func collections() uint64 {
	sample := []metrics.Sample{{Name: "/gc/cycles/total:gc-cycles"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
