package json

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"sync"
)

// Pad is how many NULs follow a document in a [Source]. Generated code
// looks at most so far beyond where it is.
const Pad = 64

// A Source is a document that generated code reads without visitors. It
// is exported for that code alone.
//
// A function that reads gets the place to fill, the source, and where
// to begin. It returns where it has come to: behind the value, or if
// that fails, what [Source.Fail] returns.
type Source struct {
	B       []byte // the document, and Pad NULs
	end     int    // where they begin
	failed  bool
	unknown bool            // a struct's unknown fields are skipped
	depth   int             // how many more levels may be opened
	again   int             // how many bytes visitors may read again
	share   string          // the document again, to cut strings from
	texts   strings.Builder // else they are parts of this
	text    []byte          // of the last string that had escapes
}

var sources = sync.Pool{New: func() any { return new(Source) }}

// newSource returns a source of doc, to be closed.
func newSource[T []byte | string](doc T) *Source {
	s := sources.Get().(*Source)
	n := len(doc)
	if cap(s.B) < n+Pad {
		s.B = make([]byte, n+n/4+Pad)
	}
	s.B = s.B[:n+Pad]
	copy(s.B, doc)
	clear(s.B[n:])
	s.end, s.failed, s.depth = n, false, defaultDepth
	s.again = againLeast + againFactor*n
	return s
}

// maxPooled is the size up to which a document's room is used again.
const maxPooled = 1 << 24

func (s *Source) close() {
	s.share = ""
	if cap(s.B) <= maxPooled {
		sources.Put(s)
	}
}

// Fail has the visitors look at the document, which know what to say.
// It returns a place where nothing matches, so that all else fails too.
func (s *Source) Fail() int {
	s.failed = true
	return s.end
}

// space returns the first place from i on without white space.
func (s *Source) space(i int) int {
	if s.B[i] > ' ' {
		return i
	}
	return s.spaces(i)
}

func (s *Source) spaces(i int) int {
	b := s.B
	for {
		switch b[i] {
		case ' ', '\n':
			i++
			for load(b, i) == ones*' ' {
				i += 8
			}
			for b[i] == ' ' {
				i++
			}
		case '\r', '\t':
			i++
		default:
			return i
		}
	}
}

// Eight bytes at a time: a word with each byte 1, and each byte 0x80.
const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

func load(b []byte, i int) uint64 {
	return binary.LittleEndian.Uint64(b[i:])
}

// stops marks each byte of w that a string can't hold as it is, by its
// high bit. Marks above the lowest may be wrong.
func stops(w uint64) uint64 {
	quote, slash := w^ones*'"', w^ones*'\\'
	return ((quote-ones)&^quote | (slash-ones)&^slash |
		(w-ones*' ')&^w) & highs
}

// lowest returns the index of the byte with the lowest mark.
func lowest(marks uint64) int { return bits.TrailingZeros64(marks) / 8 }
